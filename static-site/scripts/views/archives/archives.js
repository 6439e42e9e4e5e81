import { element, fill, foreign } from "../parts/dom.js";
import { archiveMonth, archiveUrl, getArchives, workbookUrl } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { createLoader } from "../../api/loader.js";
import { addMonths } from "../../state/period.js";
import { openView } from "../../state/route.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { language, t } from "../../texts/translate.js";
import { copyText } from "../parts/copy.js";
import { downloadLink } from "../parts/download-link.js";
import { actionButton, field, select } from "../parts/fields.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice, notice } from "../parts/notices.js";
import { skeletonTable, tableBox } from "../parts/tables.js";

const columns = ["month", "agent", "rows", "size", "sha256", "archivedAt", "file", "again"];

/** @param {App} app @param {AbortSignal} signal */
export function createArchivesView(app, signal) {
  const month = select([], "", point, { dataset: { testid: "archive-month-picker" } });
  const button = actionButton(t("archives.button"), () => archive(month.value), {
    primary: true,
    testid: "archive-month",
    before: icon("archive"),
  });
  const report = actionButton(t("archives.report"), printReport, { testid: "month-report", before: icon("print") });
  const workbook = downloadLink(app, { class: "button", dataset: { testid: "month-workbook" } }, icon("table"),
    element("span", {}, t("archives.workbook")));
  const answer = element("div", { class: "view-message" });
  const place = element("div", {}, skeletonTable(4));
  const node = element("section", {},
    element("div", { class: "view-head" }, element("h1", {}, t("tabs.archives"))),
    element("p", { class: "view-intro" }, t("archives.intro")),
    element("div", { class: "archive-form" },
      field(t("archives.month"), month), app.mayWrite() && button, report, app.mayWrite() && workbook), answer, place);
  /** @type {number | null} */
  let shown = null;
  let asked = 0;

  const loader = createLoader({
    show: (archives) => fill(place, archives.length ? table(archives) : emptyNotice(t("archives.empty"), t("archives.emptyText"))),
    fail(error) {
      shown = null;
      fill(place, loadFailure("archives", error, update));
    },
  });

  /** @param {Api.ArchiveList} archives */
  const table = (archives) => tableBox(t("archives.caption"), element("table", { class: "archive-table cards-when-narrow" },
    element("thead", {}, element("tr", {}, columns.map((name) =>
      element("th", { scope: "col", class: ["rows", "size"].includes(name) && "numeric" }, t(`archives.columns.${name}`))))),
    element("tbody", {}, archives.map(row))), { hiddenCaption: true });

  /** @param {Api.ArchiveList[number]} archive */
  const row = (archive) => element("tr", { dataset: { testid: "archive-row" } },
    element("th", { scope: "row", class: "nowrap" }, format.month(archive.month)),
    cell("agent", {}, foreign(archive.agent_name || app.agentName(archive.agent_id))),
    cell("rows", { class: "numeric" }, format.count(archive.records_count)),
    cell("size", { class: "numeric nowrap" }, format.bytes(archive.size_bytes)),
    cell("sha256", { class: "nowrap" }, archive.sha256 ? checksum(archive.sha256) : format.none),
    cell("archivedAt", { class: "nowrap" }, format.dateTime(archive.archived_at)),
    element("td", { class: "archive-file", title: archive.file_name }, !app.mayWrite() ? nameOf(archive)
      : downloadLink(app, { href: archiveUrl(archive.id, language()), class: "file-link" }, icon("download"),
        element("span", { dir: "auto" }, nameOf(archive)))),
    element("td", {}, app.mayWrite() && again(archive.month)));

  /** As it is saved. @param {Api.ArchiveList[number]} archive */
  const nameOf = ({ agent_name: agent, agent_id: id, month }) => `${agent || app.agentName(id)}, ${format.month(month)}.csv`;

  /** Where there is no head, it says what it is. @param {string} column @param {{ class?: string }} props @param {...Child} content */
  const cell = (column, props, ...content) => element("td", { ...props, dataset: { label: t(`archives.columns.${column}`) } }, content);

  /** The dashboard of that month, as a printer gets it. */
  async function printReport() {
    app.navigate({ ...openView(app.route, "dashboard"), period: { month: month.value } }, { focus: true });
    await app.loading;
    await app.print();
  }

  /** @param {string} name */
  function again(name) {
    const repeat = actionButton(null, () => archive(name), { before: icon("refresh"), testid: "archive-again" });
    repeat.classList.add("button-quiet");
    repeat.append(element("span", { class: "words-short" }, t("archives.againShort")));
    repeat.title = t("archives.again", { month: format.month(name) });
    repeat.setAttribute("aria-label", repeat.title);
    return repeat;
  }

  /** @param {string} sha */
  const checksum = (sha) => [
    element("code", { title: sha }, `${sha.slice(0, 10)}…`),
    element("button", {
      type: "button", class: "icon-button", "aria-label": t("archives.copy"), title: t("archives.copy"),
      on: { click: () => copyText(app, sha, t("archives.copied")) },
    }, icon("copy")),
  ];

  /** Of several months at once, the message is about the one that was asked for last. @param {string} name */
  async function archive(name) {
    const mine = ++asked;
    /** @param {Node | null} message */
    const say = (message) => mine === asked && fill(answer, message);
    say(null);
    try {
      const { archives } = await archiveMonth(name);
      say(notice({ text: t("archives.done", { count: archives.length, month: format.month(name) }) }));
      shown = null;
      await update();
    } catch (error) {
      say(notice({ tone: "error", title: t("archives.failed"), text: explain(error) }));
    }
  }

  function point() {
    workbook.href = workbookUrl({ month: month.value, lang: language() });
  }

  function showMonths() {
    const last = addMonths(app.today().slice(0, 7), -1);
    const months = [...new Set([...(app.months ?? []), last])].sort().reverse();
    const picked = month.value || last;
    fill(month, months.map((value) => element("option", { value }, format.month(value))));
    month.value = picked;
    point();
  }

  function update() {
    showMonths();
    if (shown === app.revision) return undefined;
    shown = app.revision;
    return loader.load(getArchives);
  }

  app.on("months", showMonths, signal);
  return { node, update, destroy: loader.stop };
}
