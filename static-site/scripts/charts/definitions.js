import { costChart } from "./cost.js";
import { durationChart } from "./duration.js";
import { durationsChart, latencyChart } from "./histogram.js";
import { funnelChart } from "./funnel.js";
import { outcomesChart } from "./outcomes.js";
import { endReasonsChart, languagesChart, sourcesChart } from "./rankings.js";
import { channelsChart, conversionChart, directionChart } from "./shares.js";
import { toolsChart } from "./tools.js";
import { volumeChart } from "./volume.js";

/** In the order of the page: of the KPI report, and of the breakdowns. */
export const charts = [conversionChart, directionChart, volumeChart, outcomesChart, durationChart, costChart, funnelChart];
export const breakdownCharts = [durationsChart, latencyChart, endReasonsChart, toolsChart, channelsChart, languagesChart, sourcesChart];
