export const levels = 5;

/** At least these hours are drawn, so that a quiet week does not look like another kind of chart. */
const usual = { from: 8, to: 17 };

/**
 * The weekdays and hours from the non-zero cells: seven rows of the hours from the first to the last with any conversation, with a level
 * 0–5 per cell, and the busiest cell (null when all are zero).
 * @param {Api.KpiReport["hourly_volume"]} hourly
 */
export function heatGrid(hourly) {
  const used = hourly.filter(({ total }) => total > 0).map(({ hour }) => hour);
  const [from, to] = [Math.min(usual.from, ...used), Math.max(usual.to, ...used)];
  const hours = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const rows = Array.from({ length: 7 }, (_, day) => hours.map((hour) => ({ weekday: day + 1, hour, total: 0, level: 0 })));
  for (const { weekday, hour, total } of hourly) if (total > 0) rows[weekday - 1][hour - from].total = total;
  const cells = rows.flat();
  const busiest = cells.reduce((best, cell) => (cell.total > best.total ? cell : best));
  for (const cell of cells) cell.level = cell.total && Math.ceil((cell.total / busiest.total) * levels);
  return { hours, rows, busiest: busiest.total ? busiest : null };
}
