// What the page draws of Chart.js, as one module; the build makes vendor/chart.js of it.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement);

export { Chart };
