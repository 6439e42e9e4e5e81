import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { foreign } from "./dom.js";

/** @typedef {import("../../logic/day-notes.js").DayNote} DayNote */

/** Whose it is, where that is not plain. @param {App} app @param {DayNote} note */
function owner(app, { agent_id: id, agent_known: isKnown }) {
  if (!id || (isKnown && app.settings.agents.length < 2)) return "";
  return isKnown ? ` (${app.agentName(id)})` : ` (${t("notes.goneAgent", { agent: id })})`;
}

/** "4 listopada: brak połączeń" @param {App} app @param {DayNote} note */
export const noteText = (app, note) => `${format.days(note.day, note.day, app.today())}: ${note.text}${owner(app, note)}`;

/** @param {App} app @param {DayNote} note @returns {Child} */
export const noteNode = (app, note) => [`${format.days(note.day, note.day, app.today())}: `, foreign(note.text), owner(app, note)];
