import { element } from "./dom.js";

/** How far a work is, 0–1; null while that is not known. @param {string} label @param {number | null} done */
export const progressBar = (label, done) =>
  element("progress", { "aria-label": label, max: 1, ...(done === null ? {} : { value: Math.min(1, done) }) });
