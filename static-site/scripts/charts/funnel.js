import { rate } from "../logic/rates.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { barOptions } from "./options.js";

/** @typedef {keyof Api.KpiReport["outbound_funnel"]} Step */

/** From one to the next some are left; what became of the others stands beside, not inside. @type {Step[]} */
const steps = ["dialled", "answered", "talked", "successful"];
/** @type {Step[]} */
const beside = ["voicemail", "busy", "no_answer", "failed", "unknown"];

/** @param {Step} step */
const nameOf = (step) => t(`charts.funnel.steps.${step}`);
/** @param {ChartContext} context @param {Step} step */
const shareOf = ({ report: { outbound_funnel: funnel } }, step) => format.percent(rate(funnel[step], funnel.dialled));

/** Outbound calls: how many were dialled, answered, talked and successful. The list can ask for those that were dialled only. @type {ChartDefinition} */
export const funnelChart = {
  id: "funnel",
  width: "third",
  type: "bar",
  isEmpty: ({ report }) => !report.outbound_funnel.dialled,
  options: (colors, context) => barOptions(colors, {
    horizontal: true,
    label: ({ dataIndex, parsed }) => `${format.count(parsed.x)} (${shareOf(context, steps[dataIndex])})`,
  }),
  data: ({ report, colors }) => ({
    labels: steps.map(nameOf),
    datasets: [{
      label: t("charts.conversations"), data: steps.map((step) => report.outbound_funnel[step]), maxBarThickness: 28, borderRadius: 3,
      backgroundColor: steps.map((step) => colors[step === "successful" ? "success" : "chart-1"]),
    }],
  }),
  sentence(context) {
    const { outbound_funnel: funnel } = context.report;
    const left = beside.filter((step) => funnel[step]).map((step) => `${nameOf(step)} ${format.count(funnel[step])}`);
    const text = t("charts.funnel.sentence", {
      count: funnel.dialled, answered: format.count(funnel.answered), talked: format.count(funnel.talked), successful: format.count(funnel.successful),
      share: shareOf(context, "successful"),
    });
    return left.length ? `${text} ${t("charts.funnel.beside", { list: left.join(", ") })}` : text;
  },
  table: (context) => ({
    columns: [{ title: t("charts.funnel.column") }, { title: t("charts.conversations"), numeric: true }, { title: t("charts.share"), numeric: true }],
    rows: [...steps, ...beside].map((step) => {
      const shown = format.count(context.report.outbound_funnel[step]);
      return [nameOf(step), step === "dialled" ? context.links.all({ direction: "outbound" }, shown) : shown, shareOf(context, step)];
    }),
  }),
  target: ({ index }) => (steps[index] === "dialled" ? { filters: { direction: "outbound" } } : null),
};
