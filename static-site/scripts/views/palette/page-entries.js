import { presets } from "../../state/period.js";
import { openView, views } from "../../state/route.js";
import { setTheme, theme, themes } from "../../state/theme.js";
import { language, languages, t } from "../../texts/translate.js";

/** @type {Record<string, string>} */
const icons = {
  dashboard: "home", conversations: "chat", criteria: "checklist", money: "money",
  segments: "columns", reviews: "inbox", callbacks: "phone",
  alerts: "bell", archives: "report", sync: "sync", settings: "settings",
};

/** What is looked for in the settings, and the section that holds it. */
const settings =
  [["key", "connection"], ["agents", "agents"], ["zone", "reporting"], ["privacy", "privacy"], ["person", "person"], ["backup", "backup"],
    ["audit", "audit"]];

/**
 * What the palette finds of the page itself: its views, agents, periods, settings, and work that it can do.
 * @param {App} app @param {{ listKeys: () => void }} actions @returns {import("./palette.js").Entry[]}
 */
export function pageEntries(app, actions) {
  const { route } = app;
  const go = (/** @type {Route} */ to) => () => app.navigate(to, { focus: true });
  const ofPeriod = ["dashboard", "conversations", "criteria"].includes(route.view) ? route.view : "dashboard";
  const others = languages.filter((code) => code !== language());
  return [
    ...views.map((view) =>
      ({ group: "views", icon: icons[view], title: t(`tabs.${view}`), words: t(`palette.words.${view}`),
        run: go(openView(route, view)) })),
    ...app.settings.agents.map(({ id }) => ({
      group: "agents", icon: "bot", title: app.agentName(id), words: `${id} ${t("toolbar.agent")}`, run: go({
        ...route,
        view: ofPeriod,
        agent: id,
        page: 1,
      }),
    })),
    ...(route.agent ? [
      { group: "agents", icon: "bot", title: t("toolbar.allAgents"), run: go({ ...route, view: ofPeriod, agent: "", page: 1 }) }] : []),
    ...presets.map((name) =>
      ({ group: "periods", icon: "calendar", title: t(`period.${name}`), words: t("period.label"),
        run: go({ ...route, view: ofPeriod, period: { preset: name }, page: 1 }) })),
    ...(app.mayWrite() ? settings.map(([name, section]) => ({
      group: "settings", icon: "settings", title: t(`palette.settings.${name}`), words: t("tabs.settings"),
      run() {
        go(openView(route, "settings"))();
        document.getElementById(`settings-${section}`)?.focus();
      },
    })) : []),
    ...themes.filter((name) => name !== theme())
      .map((name) =>
        ({ group: "settings", icon: name === "dark" ? "moon" : name === "light" ? "sun" : "auto",
          title: t("header.theme", { theme: t(`themes.${name}`) }), run: () => setTheme(name, app) })),
    ...others.map((code) =>
      ({ group: "settings", icon: "web", title: t(`languages.${code}`), words: t("settings.language"),
        run: () => app.changeLanguage(code) })),
    { group: "settings", icon: "keyboard", title: t("keys.title"), run: actions.listKeys },
  ];
}
