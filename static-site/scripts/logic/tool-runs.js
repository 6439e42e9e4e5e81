/** @typedef {NonNullable<Turn["tool_calls"]>[number]} ToolCall */
/** @typedef {NonNullable<Turn["tool_results"]>[number]} ToolResult */
/**
 * @typedef {{
 *   name: string | null, call: ToolCall | null, result: ToolResult | null, turn: number, resultTurn: number | null
 * }} ToolRun
 */

/**
 * Each use of a tool once, at the turn that called it: the vendor tells the result in the next turn. A result whose call is not there
 * stands at its own turn. @param {Turn[]} turns @returns {ToolRun[]} In the order of the turns; `turn` and `resultTurn` are their places.
 */
export function toolRuns(turns) {
  /** @type {ToolRun[]} */
  const runs = [];
  for (const [index, turn] of turns.entries()) {
    for (const call of turn.tool_calls ?? []) runs.push({ name: call.tool_name, call, result: null, turn: index, resultTurn: null });
    for (const result of turn.tool_results ?? []) {
      const open = runs.find((run) => run.call && !run.result && run.call.request_id === result.request_id);
      if (open) Object.assign(open, { result, resultTurn: index });
      else runs.push({ name: result.tool_name, call: null, result, turn: index, resultTurn: index });
    }
  }
  return runs;
}

/** A turn that only brings what a tool called before has answered. @param {Turn} turn @param {number} index @param {ToolRun[]} runs */
export const isOnlyAnswer = (turn, index, runs) =>
  !turn.message && !turn.file_inputs?.length && !runs.some((run) => run.turn === index) && runs.some((run) => run.resultTurn === index);
