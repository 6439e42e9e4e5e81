/** The review inbox, without how it looks. */

/** Somebody still has to look at it. @param {{ state: string }} review */
export const isOpen = ({ state }) => state === "new" || state === "in_work";

/** The id of its conversation. @param {{ conversation: { conversation_id: string } }} review */
export const idOf = ({ conversation }) => conversation.conversation_id;

/**
 * By the local day of the start, in the order in which they come; what has no start stands under an empty day.
 * @template {{ conversation: { start_time: string | null } }} R @param {R[]} reviews @returns {Array<{ day: string, reviews: R[] }>}
 */
export function byDay(reviews) {
  /** @type {Array<{ day: string, reviews: R[] }>} */
  const days = [];
  for (const review of reviews) {
    const day = review.conversation.start_time?.slice(0, 10) ?? "";
    if (days.at(-1)?.day === day) days[days.length - 1].reviews.push(review);
    else days.push({ day, reviews: [review] });
  }
  return days;
}

/**
 * The next one that is open, from after `id` on and then from the beginning; null when none is left.
 * @param {Array<{ state: string, conversation: { conversation_id: string } }>} reviews @param {string | null} id
 */
export function nextOpen(reviews, id) {
  const at = reviews.findIndex((review) => idOf(review) === id);
  const next = [...reviews.slice(at + 1), ...reviews.slice(0, at + 1)].find((review) => isOpen(review) && idOf(review) !== id);
  return next ? idOf(next) : null;
}

/**
 * The same list after a change, each as it stands now.
 * @param {Review[]} reviews @param {Api.ReviewChanges["reviews"]} changed @returns {Review[]}
 */
export function withStanding(reviews, changed) {
  const now = new Map(changed.map((one) => [one.conversation_id, one.now]));
  return reviews.map((review) => ({ ...review, ...now.get(idOf(review)) }));
}

/**
 * What takes a change back, as long as nobody has changed it again; what was not in the inbox before stays in it.
 * @param {Api.ReviewChanges["reviews"]} changed
 */
export const undoOf = (changed) => changed.flatMap(({ conversation_id, outcome, now, before }) =>
  (outcome === "changed" && now && before
    ? [{ conversation_id, version: now.version, state: before.state, owner: before.owner ?? "", labels: before.labels }]
    : []));
