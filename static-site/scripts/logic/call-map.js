/** @typedef {import("./tool-runs.js").ToolRun} ToolRun */

/** Signs that are spoken in a second; the vendor tells when a turn begins, not when it ends. */
const signsPerSecond = 15;
const shortestSeconds = 0.6;
const shortestTool = 0.4;

/** @typedef {{ kind: "bot" | "caller" | "tool", from: number, to: number, failed: boolean, turn: number, name: string | null }} MapPart */

/**
 * The parts of a call for a bar that is its map: who spoke when, which tools worked when, and how long it was.
 * A turn lasts as long as its text takes to say, and never into the next one.
 * @param {Turn[]} turns @param {ToolRun[]} runs Those of the turns. @param {number | null | undefined} duration Seconds.
 * @returns {{ seconds: number, parts: MapPart[] }}
 */
export function callMap(turns, runs, duration) {
  const timed = turns.map((turn, index) => ({ turn, index })).filter(({ turn }) => typeof turn.time_in_call_secs === "number");
  const lastStart = timed.reduce((most, { turn }) => Math.max(most, Number(turn.time_in_call_secs)), 0);
  const seconds = Math.max(duration ?? 0, lastStart + shortestSeconds);
  const talk = timed.flatMap(({ turn, index }, at) => {
    const from = Number(turn.time_in_call_secs);
    const next = timed.slice(at + 1).find((other) => Number(other.turn.time_in_call_secs) > from)?.turn.time_in_call_secs ?? seconds;
    return spoken(turn, index, from, Number(next));
  });
  const parts = [...talk, ...runs.flatMap((run) => worked(run, turns, seconds))];
  return { seconds, parts };
}

/** @param {Turn} turn @param {number} index @param {number} from @param {number} next @returns {MapPart[]} */
function spoken(turn, index, from, next) {
  if (!turn.message) return [];
  const length = Math.max(shortestSeconds, turn.message.length / signsPerSecond);
  const to = Math.min(from + length, Math.max(next, from + shortestSeconds));
  return [{ kind: turn.role === "agent" ? "bot" : "caller", from, to, failed: false, turn: index, name: null }];
}

/**
 * A tool worked for as long as its answer took, or until it was there.
 * @param {ToolRun} run @param {Turn[]} turns @param {number} end @returns {MapPart[]}
 */
function worked({ name, result, turn, resultTurn }, turns, end) {
  const from = turns[turn].time_in_call_secs;
  if (typeof from !== "number") return [];
  const answered = resultTurn === null ? from : turns[resultTurn].time_in_call_secs ?? from;
  const length = Math.max(result?.latency_secs ?? answered - from, shortestTool);
  const to = Math.min(from + length, Math.max(end, from + shortestTool));
  return [{ kind: "tool", from, to, failed: Boolean(result?.is_error), turn, name }];
}

/** The turn that is heard at a moment; none before the first. @param {Turn[]} turns @param {number} seconds */
export const turnAt = (turns, seconds) =>
  turns.findLastIndex((turn) => turn.message && typeof turn.time_in_call_secs === "number" && turn.time_in_call_secs <= seconds);
