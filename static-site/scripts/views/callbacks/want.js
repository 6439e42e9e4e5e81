import { changeCallbacks } from "../../api/endpoints.js";
import { undoOf } from "../../logic/callbacks.js";
import { t } from "../../texts/translate.js";

/**
 * Marks people and says what became of it; what shows them hears of it by "callbacks". The answer is what leads back; null where nothing
 * was changed.
 * @param {App} app @param {Array<Record<string, unknown>>} changes @param {string} said
 */
export async function markPeople(app, changes, said) {
  try {
    const answer = await changeCallbacks(changes);
    app.setWaiting(answer.waiting);
    const outcomes = answer.callbacks.map(({ outcome }) => outcome);
    const refused = outcomes.find((outcome) => outcome !== "changed");
    app.emit("toast", refused ? t(`callbacks.refused.${refused}`) : said);
    app.emit("callbacks");
    const back = undoOf(answer.callbacks);
    return back.length ? back : null;
  } catch (error) {
    app.emit("failed", error);
    return null;
  }
}

/** Puts the person of a conversation on the call-back list. @param {App} app @param {string} id */
export const wantCall = (app, id) => markPeople(app, [{ conversation_id: id, action: "wanted" }], t("callbacks.added"));
