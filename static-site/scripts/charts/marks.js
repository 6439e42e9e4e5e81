/**
 * What a chart is marked with: a dotted line of the target, named at its left end, and numbers in rings on thin stems for the notes.
 * @typedef {{ target?: { value: number, text: string } | null, notes?: Array<{ index: number, number: number, level: number,
 * above: number }> }} Marks `above`: the bar whose top the stem reaches.
 */

const [halo, radius, dots] = [4, 7, [1.5, 3]];

/** A Chart.js plug-in; draws the `marks` of its chart. */
export const marks = {
  id: "marks",
  /** @param {any} chart */
  afterDatasetsDraw(chart) {
    const { ctx, marks: { target, notes } = {} } = chart;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = chart.ink;
    ctx.textBaseline = "middle";
    if (target) drawTarget(chart, target);
    for (const note of notes ?? []) drawNote(chart, note);
    ctx.restore();
  },
};

/** @param {any} chart @param {NonNullable<Marks["target"]>} target */
function drawTarget({ ctx, chartArea: { left, right, top }, scales: { y }, ground, fontFamily, ink }, { value, text }) {
  const at = y.getPixelForValue(value);
  ctx.lineWidth = 1.5;
  ctx.setLineDash(dots);
  ctx.beginPath();
  ctx.moveTo(left, at);
  ctx.lineTo(right, at);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.font = `400 12px ${fontFamily}`;
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  ctx.lineWidth = halo;
  ctx.strokeStyle = ground;
  const above = at - 9 < top ? at + 10 : at - 9;
  ctx.strokeText(text, left + 4, above);
  ctx.fillText(text, left + 4, above);
  ctx.strokeStyle = ink;
}

/** @param {any} chart @param {NonNullable<Marks["notes"]>[number]} note */
function drawNote({ ctx, chartArea: { top }, scales: { x, y }, ground, fontFamily, ink }, { index, number, level, above }) {
  const [at, middle] = [x.getPixelForValue(index), top + radius + 1 + level * (2 * radius + 2)];
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(at, middle + radius);
  ctx.lineTo(at, Math.max(middle + radius, y.getPixelForValue(above)));
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(at, middle, radius, 0, 2 * Math.PI);
  ctx.fillStyle = ground;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = ink;
  ctx.font = `600 10px ${fontFamily}`;
  ctx.textAlign = "center";
  ctx.fillText(String(number), at, middle + 0.5);
}
