import { startAgain } from "../../api/start-again.js";
import { worstProblem } from "../../logic/problems.js";
import { isActive, missingDetails } from "../../logic/runs.js";
import { isStale } from "../../logic/stale.js";
import { openView } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { viewLink } from "../parts/links.js";
import { notice } from "../parts/notices.js";
import { attempt, problemText, problemTitle, remedyControl } from "../parts/problem.js";
import { createDemoSwitch } from "../setup/demo-switch.js";

/** Above every view: sample data, and one notice of what is wrong, with the one thing to do. @param {App} app @param {AbortSignal} signal */
export function createBanners(app, signal) {
  const node = element("div", { class: "banners" });
  const demo = element("div", { class: "banner-place" });
  const wrong = element("div", { class: "banner-place" });
  /** @type {string | null} */
  let shown = null;
  node.append(demo, wrong);

  function update() {
    fill(demo, app.settings.demo && element("div", { class: "demo-banner", dataset: { testid: "demo-banner" } },
      element("p", {}, t("banner.demo")), app.mayWrite() && createDemoSwitch(app, false)));
    shown = null;
    showWrong();
  }

  /** Polls come every second while a run is on; the notice changes, and takes the focus from a button, only when its words do. */
  function showWrong() {
    const runs = app.runs.runs ?? [];
    const missing = runs.some(isActive) ? null : missingDetails(runs);
    const worst = app.configured() ? worstProblem(problems()) : null;
    const key = JSON.stringify([worst, missing]);
    if (key === shown) return;
    shown = key;
    fill(wrong, worst ? problemNotice(worst) : missing && partialNotice(missing));
  }

  /** @returns {Problem[]} */
  function problems() {
    const told = /** @type {{ problems?: Problem[] }} */ (app.health).problems;
    if (told) return told;
    const { last_good_sync_at: since } = app.health;
    return isStale(app.health) ? [{ code: "data_stale", severity: "warning", since, remedy: { action: "start_sync" } }] : [];
  }

  /** @param {{ problem: Problem, more: number }} worst */
  function problemNotice({ problem, more }) {
    const { code, severity } = problem;
    const box = notice({ tone: severity === "error" ? "error" : "warning", title: problemTitle(app, problem), text: problemText(problem) });
    box.dataset.testid = code === "data_stale" ? "stale-banner" : "problem-banner";
    box.dataset.code = code;
    box.append(...[remedyControl(app, problem, seeHowItGoes), more > 0 && viewLink(app, "sync", { class: "notice-more", dataset: { testid: "more-problems" } }, t("problems.more", { count: more }))]
      .filter((part) => part instanceof Node));
    return box;
  }

  const seeHowItGoes = () => app.navigate(openView(app.route, "sync"), { focus: true });

  /** @param {NonNullable<ReturnType<typeof missingDetails>>} missing */
  function partialNotice({ failed, total, runs }) {
    const box = notice({ tone: "warning", title: t("banner.partial", { count: failed, total }), text: t("banner.partialText") });
    box.dataset.testid = "partial-banner";
    if (app.mayWrite()) box.append(actionButton(t("actions.retry"), () => attempt(app, async () => {
      for (const run of runs) await startAgain(run);
      await app.runs.check();
    })));
    return box;
  }

  app.on("facts", update, signal);
  app.on("runs", showWrong, signal);
  return { node, update };
}
