import { addNote, removeNote, replaceNote } from "../../api/endpoints.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { agentChoices } from "../parts/agent-choices.js";
import { dateField } from "../parts/date-field.js";
import { element } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";

const longest = 300;

/**
 * A small form for one note: on which day, what happened, and of which agent.
 * @param {App} app
 * @param {{ note: import("../../logic/day-notes.js").DayNote | null, day: string, changed: () => unknown }} work
 */
export function openNoteForm(app, { note, day, changed }) {
  const dated = dateField(t("notes.day"), { testid: "note-day", today: app.today });
  dated.value = note?.day ?? day;
  const text = element("input",
    { type: "text", maxLength: longest, autocomplete: "off", value: note?.text ?? "", dataset: { testid: "note-text" } });
  const textField = field(t("notes.text"), text, { hint: t("notes.textHint") });
  const { agents } = app.settings;
  const agent = select(agentChoices(app, t("notes.allAgents")),
    note?.agent_id && note.agent_known ? note.agent_id : "", null, { dataset: { testid: "note-agent" } });
  const agentField = field(t("notes.agent"), agent);
  agentField.hidden = agents.length < 2;
  const failure = element("p", { class: "field-error", role: "alert" });
  /** @type {Record<string, { showError: (text: string | null) => void }>} */
  const fields = { day: /** @type {any} */ (dated.node), text: textField, agent_id: agentField };

  /** @param {() => Promise<unknown>} work @param {string} done */
  async function attempt(work, done) {
    for (const one of Object.values(fields)) one.showError(null);
    failure.textContent = "";
    try {
      await work();
      sheet.close();
      app.emit("toast", done);
      await changed();
    } catch (/** @type {any} */ error) {
      const wrong = error.parameter && Object.hasOwn(fields, error.parameter) ? fields[error.parameter] : null;
      if (wrong) wrong.showError(explain(error));
      else failure.textContent = explain(error);
    }
  }

  function store() {
    const value = { day: dated.value ?? dated.input.value.trim(), text: text.value.trim(), agent_id: agent.value || null };
    return attempt(() => (note ? replaceNote(note.id, { ...value, version: note.version }) : addNote(value)), t("notes.kept"));
  }

  const keep = actionButton(t("notes.keep"), store, { primary: true, testid: "keep-note" });
  const remove = note && actionButton(t("notes.remove"), () => attempt(() => removeNote(note.id, note.version), t("notes.removed")),
    { testid: "remove-note" });
  const sheet = createSheet({
    title: t(note ? "notes.changeTitle" : "notes.addTitle"), testid: "note-form",
    content: element("form", {
      class: "note-form", noValidate: true, on: { submit(/** @type {Event} */ event) {
        event.preventDefault();
        keep.click();
      } },
    }, dated.node, textField, agentField, failure, element("div", { class: "form-end" }, remove, keep)),
  });
  sheet.node.addEventListener("close", () => sheet.node.remove());
  document.body.append(sheet.node);
  sheet.open();
  text.focus();
}
