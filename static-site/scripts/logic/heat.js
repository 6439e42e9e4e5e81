export const levels = 5;

/** A 7 × 24 grid from the non-zero cells, with a level 0–5 per cell and the busiest cell (null when all are zero). @param {Api.KpiReport["hourly_volume"]} hourly */
export function heatGrid(hourly) {
  const rows = Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_, hour) => ({ weekday: day + 1, hour, total: 0, level: 0 })));
  for (const { weekday, hour, total } of hourly) rows[weekday - 1][hour].total = total;
  const cells = rows.flat();
  const busiest = cells.reduce((best, cell) => (cell.total > best.total ? cell : best));
  for (const cell of cells) cell.level = cell.total && Math.ceil((cell.total / busiest.total) * levels);
  return { rows, busiest: busiest.total ? busiest : null };
}
