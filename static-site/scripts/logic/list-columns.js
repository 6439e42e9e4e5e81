/** Room that the matter keeps beside the columns that come by themselves, in a narrow and a wide list, and beside chosen ones. */
const matterWidth = { narrow: 220, wide: 256, least: 180 };
const narrowWidth = 900;

/**
 * Which columns a list of this width shows: those with a priority in its order as long as there is room, but for what somebody left out,
 * and what somebody chose besides, so that a choice changes nothing else. One that its condition has made constant steps aside, unless it
 * was chosen.
 * @template {{ id: string, width: number, priority?: number, fixed?: boolean, constant?: boolean }} T
 * @param {T[]} columns @param {number} width Pixels, without the ticks. @param {Record<string, boolean>} [chosen] By id.
 * @returns {{ columns: T[], overflows: boolean }} In their own order; `overflows` when the chosen ones are too many.
 */
export function fittingColumns(columns, width, chosen = {}) {
  const sum = (/** @type {T[]} */ some) => some.reduce((all, column) => all + column.width, 0);
  const fixed = columns.filter((column) => column.fixed);
  const room = width - (width < narrowWidth ? matterWidth.narrow : matterWidth.wide);
  const automatic = columns.filter(({ id, priority, constant }) => priority !== undefined && (!constant || chosen[id]))
    .sort((a, b) => Number(a.priority) - Number(b.priority));
  const fitting = automatic.filter((_, index) => sum(fixed) + sum(automatic.slice(0, index + 1)) <= room);
  const picked = columns.filter((column) => column.fixed || (chosen[column.id] ?? fitting.includes(column)));
  return { columns: picked, overflows: sum(picked) > Math.max(room, width - matterWidth.least) };
}
