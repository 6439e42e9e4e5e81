import { startAgain } from "../../api/start-again.js";
import { worstProblem } from "../../logic/problems.js";
import { isActive, missingDetails } from "../../logic/runs.js";
import { isStale } from "../../logic/stale.js";
import { openView } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { viewLink } from "../parts/links.js";
import { attempt, problemText, problemTitle, remedyControl } from "../parts/problem.js";

/**
 * Above every view at most one notice: what is wrong, since when, and the one thing to do.
 * @param {App} app @param {AbortSignal} signal
 */
export function createNoticeBar(app, signal) {
  const node = element("section", { class: "notice-bar", "aria-label": t("nav.notice"), hidden: true });
  /** @type {string | null} */
  let shown = null;

  function update() {
    shown = null;
    show();
  }

  /** Polls come every second while a run is on; the notice changes, and takes the focus from a button, only when its words do. */
  function show() {
    const runs = app.runs.runs ?? [];
    const missing = runs.some(isActive) ? null : missingDetails(runs);
    const worst = app.configured() ? worstProblem(problems()) : null;
    const key = JSON.stringify([worst, missing]);
    if (key === shown) return;
    shown = key;
    node.hidden = !worst && !missing;
    fill(node, worst ? problemNotice(worst) : missing && partialNotice(missing));
    app.emit("trouble", worst !== null);
  }

  /** @returns {Problem[]} */
  function problems() {
    const told = /** @type {{ problems?: Problem[] }} */ (app.health).problems;
    if (told) return told;
    const { last_good_sync_at: since } = app.health;
    return isStale(app.health) ? [{ code: "data_stale", severity: "warning", since, remedy: { action: "start_sync" } }] : [];
  }

  /**
   * @param {{ testid: string, code?: string, tone: "error" | "warning", iconName?: string, title: string, text: Child, actions: Child }}
   * message
   */
  const strip = ({ testid, code, tone, iconName = "warning", title, text, actions }) => element("div", {
    class: ["notice-strip", `notice-strip-${tone}`], role: tone === "error" ? "alert" : null, dataset: { testid, ...(code && { code }) },
  }, icon(iconName), element("p", { class: "notice-words" }, element("strong", {}, title), " ", text),
  element("div", { class: "notice-actions" }, actions));

  /** @param {{ problem: Problem, more: number }} worst */
  function problemNotice({ problem, more }) {
    const { code, severity } = problem;
    const isOld = code === "data_stale";
    return strip({
      testid: isOld ? "stale-banner" : "problem-banner",
      code,
      tone: severity === "error" ? "error" : "warning",
      iconName: isOld ? "clock" : "warning",
      title: `${problemTitle(app, problem)}.`,
      text: problemText(problem),
      actions: [
        more > 0 && viewLink(app, "sync", { class: "notice-more", dataset: { testid: "more-problems" } },
          t("problems.more", { count: more })),
        remedyControl(app, problem, seeHowItGoes, { primary: severity === "error" }),
      ],
    });
  }

  const seeHowItGoes = () => app.navigate(openView(app.route, "sync"), { focus: true });

  /** @param {NonNullable<ReturnType<typeof missingDetails>>} missing */
  const partialNotice = ({ failed, total, runs }) => strip({
    testid: "partial-banner",
    tone: "warning",
    title: `${t("banner.partial", { count: failed, total })}.`,
    text: t("banner.partialText"),
    actions: app.mayWrite() && actionButton(t("actions.retry"), () => attempt(app, async () => {
      for (const run of runs) await startAgain(run);
      await app.runs.check();
    })),
  });

  app.on("facts", update, signal);
  app.on("runs", show, signal);
  return { node, update };
}
