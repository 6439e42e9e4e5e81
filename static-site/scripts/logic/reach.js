/** How far back a first synchronisation can go, shortest first, as the API names it. */
export const rangeNames = ["this_month", "3_months", "12_months", "everything"];

/** Before this nobody could have had a conversation with an agent of ElevenLabs. */
const firstDay = "2022-01-01";

/**
 * What the picked agents have together, for each range. Null as long as one of them has not been counted.
 * @param {Array<Reach | null | undefined>} reaches
 * @returns {Array<{ name: string, conversations: number, isComplete: boolean, seconds: number }> | null}
 */
export function totals(reaches) {
  if (!reaches.length || reaches.some((reach) => !reach)) return null;
  return rangeNames.map((name) => {
    const ranges = reaches.flatMap((reach) => (reach?.ranges ?? []).filter((range) => range.name === name));
    return {
      name,
      conversations: ranges.reduce((sum, range) => sum + range.conversations, 0),
      isComplete: ranges.every((range) => range.is_complete),
      seconds: ranges.reduce((sum, range) => sum + range.estimated_secs, 0),
    };
  });
}

/**
 * The first day to ask for; undefined leaves the beginning of the month to the server.
 * @param {string} name @param {Array<Reach | null | undefined>} reaches @param {string} today
 */
export function startOf(name, reaches, today) {
  if (name === "this_month") return undefined;
  if (name === "everything") {
    const oldest = reaches.map((reach) => reach?.oldest);
    return reaches.length && oldest.every(Boolean) ? /** @type {string[]} */ (oldest).sort()[0] : firstDay;
  }
  const [year, month] = today.split("-").map(Number);
  return new Date(Date.UTC(year, month - (name === "3_months" ? 3 : 12), 1)).toISOString().slice(0, 10);
}
