/**
 * Names beside what they name, so that no legend is needed; each with a halo of the ground, as a line may pass behind it.
 * @typedef {{ index: number, value: number, text: string, color: string, align?: CanvasTextAlign, dx?: number, dy?: number, bold?:
 * boolean, stacked?: boolean }} LineLabel
 */

const halo = 4;
const lineHeight = 14;
const gap = 6;
/** As the bars are drawn at most. */
export const widestBar = 48;

/** A Chart.js plug-in; draws the `lineLabels` of its chart. */
export const lineLabels = {
  id: "lineLabels",
  /** @param {any} chart */
  afterDatasetsDraw(chart) {
    const { ctx, scales: { x, y }, chartArea } = chart;
    /** @type {LineLabel[]} */
    const labels = chart.lineLabels ?? [];
    const besideBar = Math.min(widestBar, (0.66 * x.width) / chart.data.labels.length) / 2 + gap;
    let free = Infinity;
    ctx.save();
    ctx.lineJoin = "round";
    ctx.lineWidth = halo;
    ctx.strokeStyle = chart.ground;
    ctx.textBaseline = "middle";
    for (const { index, value, text, color, align = "left", dx = 0, dy = 0, bold, stacked } of labels) {
      let top = Math.min(Math.max(y.getPixelForValue(value) + dy, chartArea.top), chartArea.bottom - 4);
      // From the baseline up, so that the names of low parts do not lie on one another.
      if (stacked) free = top = Math.min(top, free - lineHeight);
      ctx.font = `${bold ? 600 : 400} 12px ${chart.fontFamily}`;
      ctx.textAlign = align;
      ctx.fillStyle = color;
      const left = x.getPixelForValue(index) + (stacked ? besideBar : dx);
      ctx.strokeText(text, left, top);
      ctx.fillText(text, left, top);
    }
    ctx.restore();
  },
};
