import { startSync } from "../../api/endpoints.js";
import { remedyOf } from "../../logic/problems.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { actionButton } from "./fields.js";
import { viewLink } from "./links.js";

/** What a problem is; of which agent, where there are several. @param {App} app @param {Problem} problem */
export function problemTitle(app, { code, detail, agent_id: agent }) {
  const title = known("problems.titles", code, detail ? t("problems.untitled") : code);
  return agent && app.settings.agents.length > 1 ? t("problems.ofAgent", { title, agent: app.agentName(agent) }) : title;
}

/** What it means, and since when. @param {Problem} problem */
export const problemText = ({ code, detail, since }) => [
  known("problems.texts", code, detail ?? ""), " ",
  since && t(code === "data_stale" ? "problems.lastGood" : "problems.since", { time: format.dateTime(since) }),
];

/**
 * The one thing to do about it; null where the reader may not.
 * @param {App} app @param {Problem} problem @param {() => void | Promise<void>} started After a synchronisation was started.
 * @param {{ primary?: boolean }} [options]
 */
export function remedyControl(app, problem, started, { primary = false } = {}) {
  const { action, does, agent } = remedyOf(problem);
  const label = t(`problems.actions.${action}`);
  if (does === "look") return actionButton(label, () => attempt(app, app.refresh), { primary });
  if (!app.mayWrite()) return null;
  if (does === "settings") return viewLink(app, "settings", { class: ["button", primary && "button-primary"] }, label);
  return actionButton(label, () => attempt(app, async () => {
    await startSync({ agent_id: agent });
    await started();
  }), { primary });
}

/** Does it, or says why not. @param {App} app @param {() => Promise<unknown>} work */
export async function attempt(app, work) {
  try {
    await work();
  } catch (error) {
    app.emit("failed", error);
  }
}
