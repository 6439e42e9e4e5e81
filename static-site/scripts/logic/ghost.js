import { daysBetween } from "../state/period.js";

/** From so many days on weekdays are what one sees, so the line of the period before is shifted until they meet. */
const leastDays = 14;

/**
 * By how many days the period before lies behind its ghost: day d of now stands over day d − shift of then.
 * @param {string} from First day now. @param {string} previousFrom First day then. @param {number} days How many there are now.
 * @returns {{ shift: number, weekdays: boolean }}
 */
export function ghostShift(from, previousFrom, days) {
  const apart = daysBetween(previousFrom, from);
  return days < leastDays ? { shift: apart, weekdays: apart % 7 === 0 } : { shift: Math.round(apart / 7) * 7, weekdays: true };
}
