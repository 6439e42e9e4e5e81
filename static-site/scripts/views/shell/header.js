import { element, fill } from "../parts/dom.js";
import { brand, icon } from "../parts/icons.js";
import { isActive, progress } from "../../logic/runs.js";
import { setTheme, theme, themes } from "../../state/theme.js";
import * as format from "../../texts/format.js";
import { language, languages, t } from "../../texts/translate.js";
import { signOut } from "../../api/session.js";
import { viewLink } from "../parts/links.js";

/** @type {Record<string, string>} */
const themeIcons = { auto: "auto", light: "sun", dark: "moon" };

/** @param {App} app @param {AbortSignal} signal */
export function createHeader(app, signal) {
  const facts = element("p", { class: "header-facts" });
  const running = element("div", { class: "header-running" });
  const themeButton = element("button", { type: "button", class: "button button-quiet", dataset: { testid: "theme" }, on: { click: nextTheme } });
  const other = languages.find((code) => code !== language()) ?? "en";
  const languageButton = element("button", {
    type: "button", class: "button button-quiet", lang: other, dataset: { testid: "language" }, "aria-label": `${other.toUpperCase()} – ${t("header.otherLanguage")}`,
    title: t("header.otherLanguage"), on: { click: () => app.changeLanguage(other) },
  }, other.toUpperCase());

  function nextTheme() {
    setTheme(themes[(themes.indexOf(theme()) + 1) % themes.length], app);
  }

  function showTheme() {
    const label = t("header.theme", { theme: t(`themes.${theme()}`) });
    fill(themeButton, icon(themeIcons[theme()]));
    themeButton.setAttribute("aria-label", label);
    themeButton.title = label;
  }

  function showFacts() {
    const { last_good_sync_at: asOf } = app.health;
    fill(facts,
      element("span", {}, asOf ? t("header.asOf", { time: format.dateTime(asOf) }) : t("header.neverSynced")),
      element("span", { title: t("header.zoneHint") }, t("header.zone", { zone: app.settings.time_zone })));
  }

  /** @param {SyncRun[] | null} runs */
  function showRunning(runs) {
    const active = runs?.find(isActive);
    if (!active) return fill(running);
    const done = progress(active);
    return fill(running, viewLink(app, "sync", { class: "running-chip" },
      icon("sync"), done === null ? t("header.syncing") : t("header.syncingPercent", { percent: format.wholePercent(Math.floor(done * 100)) })));
  }

  app.on("facts", showFacts, signal);
  app.on("runs", showRunning, signal);
  app.on("theme", showTheme, signal);
  showFacts();
  showTheme();
  return {
    node: element("header", { class: "header" },
      viewLink(app, "dashboard", { class: "brand" },
        brand(36),
        element("span", {}, t("product"))),
      facts, running,
      element("div", { class: "header-switches" }, languageButton, themeButton, app.session.sign_in === "access_key" && signOutButton(app))),
    update: () => showRunning(app.runs.runs),
  };
}

/** @param {App} app */
const signOutButton = (app) => element("button", {
  type: "button", class: "button button-quiet", dataset: { testid: "sign-out" },
  on: {
    async click() {
      try {
        await signOut();
        location.reload();
      } catch (error) {
        app.emit("failed", error);
      }
    },
  },
}, t("signIn.out"));
