import { boardGroups } from "../../logic/criteria-board.js";
import { spanOf } from "../../logic/span.js";
import { wordVerdict } from "../../logic/verdict.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, foreign } from "../parts/dom.js";
import { brand } from "../parts/icons.js";
import { conditionsIn, conditionText } from "../conditions/condition-words.js";
import { agentsBlock } from "./agents-table.js";
import { criteriaBlocks } from "./criteria-table.js";
import { definitionsBlock } from "./definitions.js";
import { figureBlocks } from "./figures-table.js";
import { leadChartBlocks } from "./lead-chart.js";
import { mostWorst } from "./report-data.js";
import { layOut } from "./sheets.js";
import { targetBlocks } from "./targets.js";
import { worstBlocks } from "./worst-table.js";

const mostSheets = 3;

/** From roomy to dense: how much of the longest parts is shown so that all fits on three sheets. */
const densities = [
  { name: "roomy", criteria: 1000, worst: mostWorst },
  { name: "dense", criteria: 1000, worst: mostWorst },
  { name: "densest", criteria: 60, worst: mostWorst },
  { name: "densest", criteria: 40, worst: 3 },
];

/**
 * The report of a period on its sheets, laid out within `place`, which is in the document.
 * @param {App} app @param {HTMLElement} place @param {import("./report-data.js").ReportData} data
 */
export function makeSheets(app, place, data) {
  for (const [index, density] of densities.entries()) {
    place.replaceChildren();
    place.dataset.density = density.name;
    const sheets = layOut(place, blocks(app, data, density), () => makeSheet(app, data.report));
    if (sheets.length > mostSheets && index < densities.length - 1) continue;
    sheets.forEach((sheet, at) => {
      const page = sheet.querySelector(".report-page");
      if (page) page.textContent = t("report.page", { page: at + 1, pages: sheets.length });
    });
    return;
  }
}

/**
 * @param {App} app @param {import("./report-data.js").ReportData} data @param {typeof densities[number]} density
 * @returns {import("./sheets.js").Block[]}
 */
function blocks(app, { report, agents, worst, notes }, density) {
  const names = periodNames(report, app.today());
  const heads = { now: capital(names.now), before: capital(names.before) };
  const groups = boardGroups(agents);
  const seen = agents.filter(({ agent, report: own }) => own.total_conversations
    || app.settings.agents.some(({ id, active }) => id === agent && active !== false));
  return [
    opening(app, report, agents),
    ...figureBlocks(report, heads),
    ...targetBlocks(report),
    ...leadChartBlocks(app, report, names, notes),
    ...(report.total_conversations ? [
      ...(seen.length > 1 ? [agentsBlock(app, seen)] : []),
      ...criteriaBlocks(app, groups.flatMap(({ rows }) => rows), names, { most: density.criteria, hasAgents: agents.length > 1 }),
      ...worstBlocks(app, worst.slice(0, density.worst)),
    ] : []),
    definitionsBlock({ compared: report.comparison !== null }),
  ];
}

/**
 * Who, and how it went.
 * @param {App} app @param {Api.KpiReport} report @param {import("../../logic/criteria-board.js").AgentReport[]} agents
 */
function opening(app, report, agents) {
  const words = wordVerdict(report, app.today());
  /** @param {import("../../logic/verdict.js").Piece[]} pieces */
  const plain = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
  const isAll = !app.route.agent && agents.length > 1;
  const conditions = conditionsIn(app.route.filters).map((condition) => conditionText(app, condition, app.route.filters));
  return {
    node: element("section", { class: "report-opening" },
      element("p", { class: "report-who" },
        element("strong", {}, isAll ? t("report.allAgents") : t("report.agents", { count: agents.length })), " ",
        agents.map(({ agent }, index) => [index > 0 && ", ", foreign(app.agentName(agent))])),
      conditions.length > 0 && element("p", { class: "report-conditions" }, element("strong", {}, t("report.conditions")), " ",
        conditions.map((text, index) => [index > 0 && "; ", foreign(text)])),
      element("p", { class: "report-ranges" }, words.ranges),
      element("h1", { class: "report-verdict" }, plain(words.lead)),
      words.more.length > 0 && element("p", { class: "report-more" }, words.more.map(plain).join(" "))),
  };
}

/** @param {App} app @param {Api.KpiReport} report */
function makeSheet(app, report) {
  const body = element("div", { class: "report-body" });
  const facts = [
    t("product"), report.as_of ? t("report.asOf", { time: format.dateTime(report.as_of) }) : t("report.neverSynced"),
    t("report.zone", { zone: report.time_zone }), app.settings.demo && t("report.demo"),
  ].filter(Boolean);
  return {
    body,
    node: element("article", { class: "report-sheet" },
      element("header", { class: "report-head" }, brand(24), element("strong", {}, t("report.title")),
        element("span", { class: "report-when" }, periodLabel(report))),
      body,
      element("footer", { class: "report-foot" }, element("span", {}, facts.join(" · ")), element("span", { class: "report-page" }))),
  };
}

/** The period with its year: a month by its name, other days by their dates. @param {Api.KpiReport} report */
export function periodLabel({ month, from, to, comparison }) {
  if (!from && !to) return t("report.allTime");
  const until = comparison?.until;
  const name = month ? capital(format.month(month)) : format.range(from ?? to ?? "", to ?? from ?? "");
  if (!until) return name;
  const days = month && comparison ? `${name}, ${comparison.from === comparison.to ? "1" : `1–${Number(comparison.to.slice(8))}`}` : name;
  return t(month ? "report.untilTime" : "report.until", { days, time: format.time(until) });
}

/** What the two periods are called within a sentence. @param {Api.KpiReport} report @param {string} today */
function periodNames({ month, comparison }, today) {
  const names = { now: t("report.chart.now"), before: t("report.chart.before") };
  if (!comparison) return month ? { ...names, now: format.monthName(month, today) } : names;
  if (spanOf(comparison).kind !== "month") return names;
  return {
    now: format.monthName(comparison.from.slice(0, 7), today),
    before: format.monthName(comparison.previous_from.slice(0, 7), today),
  };
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
