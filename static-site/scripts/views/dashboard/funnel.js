import { rate } from "../../logic/rates.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";
import { barList } from "./bars.js";
import { createPanel } from "./panel.js";

/** @typedef {keyof Api.KpiReport["outbound_funnel"]} Step */

/** From one to the next some are left; what became of the others stands beside, not inside. @type {Step[]} */
const steps = ["dialled", "answered", "talked", "successful"];
/** @type {Step[]} */
const beside = ["failed", "voicemail", "busy", "no_answer", "unknown"];
const least = 10;

/** @param {Step} step */
const nameOf = (step) => t(`panels.funnel.steps.${step}`);

/**
 * Outbound calls: how many were dialled, answered, talked and successful, as shares of the first step.
 * @param {App} app @param {AbortSignal} signal
 */
export function createFunnel(app, signal) {
  const panel = createPanel(signal, { id: "funnel", testid: "chart-funnel" });

  /** The list can ask for those that were dialled only. @param {number} count */
  const dialledLink = (count) => conversationsLink(app, { direction: "outbound" }, {}, format.count(count));

  /** @param {Api.KpiReport} report */
  function show({ outbound_funnel: funnel }) {
    if (!funnel.dialled) return panel.show({ note: t("panels.funnel.none"), summary: "0" });
    const left = beside.filter((step) => funnel[step]).map((step) => `${nameOf(step)} ${format.count(funnel[step])}`);
    panel.show({
      note: t("panels.funnel.note", { count: funnel.dialled }),
      summary: t("figures.of", { part: funnel.successful, whole: funnel.dialled }),
      content: [
        barList(app, steps.map((step, at) => ({
          name: nameOf(step), value: funnel[step], role: step === "successful" ? "success" : `step-${at}`,
          figure: at ? format.count(funnel[step]) : dialledLink(funnel[step]),
          own: at ? null : { direction: "outbound" },
          more: at && funnel.dialled >= least ? format.wholePercent(rate(funnel[step], funnel.dialled)) : "",
        })), funnel.dialled),
        left.length > 0 && element("p", { class: "panel-beside" }, t("panels.funnel.beside", { list: left.join(", ") })),
      ],
      table: () => ({
        columns: [{ title: t("panels.funnel.column") }, { title: t("charts.conversations"), numeric: true },
          { title: t("charts.share"), numeric: true }],
        rows: [...steps, ...beside]
          .map((step) =>
            [nameOf(step), step === "dialled" ? dialledLink(funnel[step]) : format.count(funnel[step]),
              format.percent(rate(funnel[step], funnel.dialled))]),
      }),
    });
  }

  return { node: panel.node, show };
}
