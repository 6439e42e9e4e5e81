/**
 * What one notice above every view is made of: the worst problem, and how many more there are. Advice alone is not worth a notice.
 * @param {Problem[] | undefined} problems As the API sends them: worst first.
 * @returns {{ problem: Problem, more: number } | null}
 */
export function worstProblem(problems) {
  const pressing = (problems ?? []).filter(({ severity }) => severity !== "advice");
  return pressing.length ? { problem: pressing[0], more: pressing.length - 1 } : null;
}

/** The setting that a remedy leads to, or the work that the page can do; everything else is done elsewhere, and only looked at again. */
const remedies =
  new Map([["open_settings_key", "settings"], ["retire_agent", "settings"], ["choose_zone", "settings"], ["start_sync", "sync"]]);

/**
 * The one thing to do about a problem: open the settings, start a synchronisation, or look again.
 * @param {Problem} problem
 * @returns {{ action: string, does: "settings" | "sync" | "look", agent: string | undefined }}
 */
export function remedyOf({ remedy, agent_id: agent }) {
  const does = /** @type {"settings" | "sync" | undefined} */ (remedies.get(remedy?.action ?? ""));
  return {
    action: does && remedy ? remedy.action : "check_again",
    does: does ?? "look",
    agent: remedy?.params?.agent_id ?? agent ?? undefined,
  };
}
