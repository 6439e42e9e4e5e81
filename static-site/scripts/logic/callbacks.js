import { criterionName } from "./criteria.js";

/** The call-back list, without how it looks. */

/** @typedef {Api.CallbackChanges["callbacks"][number]} Changed */

/** The id of the conversation by which somebody is marked. @param {{ conversation: { conversation_id: string } }} person */
export const idOf = ({ conversation }) => conversation.conversation_id;

/** What is to be kept of a mark that somebody makes now. @param {Callback} person @param {string} action */
export const changeOf = (person, action) => ({ conversation_id: idOf(person), action, version: person.mark?.version ?? 0 });

/**
 * What takes a change back, as long as nobody has changed it again. Who was on the list in spite of a mark goes back to the list.
 * @param {Changed[]} changed
 */
export const undoOf = (changed) => changed.flatMap(({ conversation_id, outcome, now, before }) => {
  if (outcome !== "changed" || !now) return [];
  const goesOn = before && (before.state === "wanted" || before.state === "no_answer");
  return [{
    conversation_id, version: now.version, action: goesOn ? before.state : "waiting",
    ...(goesOn && before.state === "no_answer" && before.until ? { until: before.until } : {}),
  }];
});

/** The criteria that the conversation did not meet, by their names. @param {Callback} person @param {Record<string, string>} names */
export const failedCriteria = ({ conversation }, names) =>
  Object.entries(conversation.criteria).filter(([, result]) => result === "failure").map(([id]) => criterionName(id, names[id]));

/** By how many days people are looked for; the one that is set among them. @param {number} set */
export const dayChoices = (set) => [...new Set([7, 14, 30, 60, 90, set])].sort((a, b) => a - b);
