import { preference, remember } from "./preferences.js";

export const themes = ["auto", "light", "dark"];
export const theme = () => preference("theme") ?? document.documentElement.dataset.theme ?? "auto";

const systemDark = matchMedia("(prefers-color-scheme: dark)");

export function setTheme(name, app) {
  remember("theme", name);
  if (name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  app.emit("theme");
}

export const watchSystemTheme = (app) => systemDark.addEventListener("change", () => app.emit("theme"));
