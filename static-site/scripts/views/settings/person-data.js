import { ApiError } from "../../api/api.js";
import { element, fill } from "../parts/dom.js";
import { erase, getErasures, personDataUrl } from "../../api/endpoints.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { icon } from "../parts/icons.js";
import { downloadLink } from "../parts/download-link.js";
import { actionButton, field, select } from "../parts/fields.js";
import { notice } from "../parts/notices.js";
import { section } from "./section.js";

const askAgainMilliseconds = 3000;

/**
 * What one person may ask for: a copy of their conversations, or their erasure, which is counted first and confirmed then.
 * @param {App} app
 */
export function createPersonData(app) {
  const kind = select([["phone", t("privacy.byPhone")], ["conversation_id", t("privacy.byConversation")]], "phone", show, {
    dataset: { testid: "person-kind" },
  });
  const subject = element("input",
    { type: "text", autocomplete: "off", spellcheck: false, maxLength: 200, dataset: { testid: "person-subject" }, on: { input: show } });
  const subjectField = field(t("privacy.subject"), subject);
  const links = ["json", "csv"]
    .map((name) =>
      ({ name, link: downloadLink(app, { class: "button", dataset: { testid: `person-${name}` } }, icon("download"),
        t(`privacy.export_${name}`)) }));
  const count = actionButton(t("privacy.count"), countFirst, { testid: "erase-count" });
  const answer = element("div", { role: "status" });
  const unfinished = element("div", { role: "status", dataset: { testid: "erase-unfinished" } });
  /** @type {number | undefined} */
  let asking;

  function show() {
    fill(answer);
    subjectField.showError(null);
    for (const { name, link } of links) {
      link.hidden = kind.value !== "phone";
      if (subject.value.trim()) link.href = personDataUrl(subject.value.trim(), name);
      else link.removeAttribute("href");
      link.setAttribute("aria-disabled", String(!subject.value.trim()));
    }
  }

  const request = () => ({ [kind.value]: subject.value.trim() });

  /** @template T @param {() => Promise<T>} work */
  async function attempt(work) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApiError && ["phone", "conversation_id"].includes(error.parameter ?? "")) {
        subjectField.showError(explain(error));
        subject.focus();
      } else {
        fill(answer, notice({ tone: "error", title: t("errors.title"), text: explain(error) }));
      }
      return null;
    }
  }

  async function countFirst() {
    subjectField.showError(null);
    if (!subject.value.trim()) return subjectField.showError(t("privacy.subjectNeeded"));
    const asked = request();
    const report = await attempt(() => erase({ ...asked, dry_run: true }));
    if (!report) return undefined;
    const nothing = !report.conversations && !report.archive_rows;
    if (nothing && !asked.phone) return fill(answer, notice({ text: t("privacy.nothing") }));
    const confirm = actionButton(nothing ? t("privacy.eraseMentions") : t("privacy.erase", { count: report.conversations }),
      () => eraseNow(asked), { testid: "erase-confirm" });
    confirm.classList.add("button-danger");
    const box = nothing
      ? notice({ title: t("privacy.nothing"), text: t("privacy.mentionsHint") })
      : notice({ tone: "warning", title: t("privacy.found", { count: report.conversations }), text: found(report) });
    box.append(confirm);
    return fill(answer, box);
  }

  /** @param {Api.ErasureReport} report */
  const found = (report) => t("privacy.foundText", { documents: report.documents, archives: report.archives_rewritten });

  /** @param {{ phone?: string, conversation_id?: string }} asked */
  async function eraseNow(asked) {
    const report = await attempt(() => erase(asked));
    if (!report) return;
    fill(answer, notice({
      title: t("privacy.erased", { count: report.conversations }),
      text: report.copies_left?.length ? t("privacy.copiesLeft", { files: report.copies_left.join(", ") }) : found(report),
    }));
    if (!report.finished) watchUnfinished();
    app.refresh().catch((error) => app.emit("failed", error));
  }

  /** Says that an erasure goes on, and why, until it has ended. */
  async function watchUnfinished() {
    clearTimeout(asking);
    let list;
    try {
      list = await getErasures();
    } catch {
      return; // the next visit asks again; other views say what is wrong with the server
    }
    const delay = list.erasures.find((one) => !one.finished)?.delay ?? "";
    fill(unfinished, list.unfinished > 0 && notice({
      tone: "warning",
      title: t("privacy.unfinished", { count: list.unfinished }),
      text: t(`privacy.delay_${["readers", "no_room", "storage", "unreadable"].includes(delay) ? delay : "working"}`),
    }));
    if (list.unfinished > 0 && unfinished.isConnected) asking = setTimeout(watchUnfinished, askAgainMilliseconds);
  }

  show();
  watchUnfinished();
  return section("person", { title: t("privacy.personTitle"), text: t("privacy.personText"), testid: "person-data" },
    element("div", { class: "person-form" }, field(t("privacy.kind"), kind), subjectField),
    element("div", { class: "step-actions" }, links.map(({ link }) => link), count), unfinished, answer);
}
