import { costChart } from "./cost.js";
import { durationChart } from "./duration.js";
import { outcomesChart } from "./outcomes.js";
import { conversionChart, directionChart } from "./shares.js";
import { volumeChart } from "./volume.js";

/** In the order of the page. */
export const charts = [conversionChart, directionChart, volumeChart, outcomesChart, durationChart, costChart];
