import { preference, remember } from "./preferences.js";

export const themes = ["auto", "light", "dark"];
export function theme() {
  const name = preference("theme") ?? document.documentElement.dataset.theme;
  return themes.includes(name) ? name : "auto";
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");

/** @param {string} name @param {App} app */
export function setTheme(name, app) {
  remember("theme", name);
  if (name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  app.emit("theme");
}

/** @param {App} app */
export const watchSystemTheme = (app) => systemDark.addEventListener("change", () => app.emit("theme"));
