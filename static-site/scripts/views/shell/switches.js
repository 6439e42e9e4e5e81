import { signOut } from "../../api/session.js";
import { setTheme, theme, themes } from "../../state/theme.js";
import { language, languages, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";

/** @type {Record<string, string>} */
const themeIcons = { auto: "auto", light: "sun", dark: "moon" };

/**
 * What belongs to the reader, not to the data: language, theme, keys, the way out.
 * @param {App} app @param {AbortSignal} signal @param {() => void} listKeys
 */
export function createSwitches(app, signal, listKeys) {
  const other = languages.find((code) => code !== language()) ?? "en";
  const themeButton = button("theme", nextTheme);

  function nextTheme() {
    setTheme(themes[(themes.indexOf(theme()) + 1) % themes.length], app);
  }

  function showTheme() {
    fill(themeButton, icon(themeIcons[theme()]),
      element("span", { class: "nav-text" }, t("header.theme", { theme: t(`themes.${theme()}`) })));
  }

  async function leave() {
    try {
      await signOut();
      location.reload();
    } catch (error) {
      app.emit("failed", error);
    }
  }

  app.on("theme", showTheme, signal);
  showTheme();
  return element("div", { class: "switches" },
    button("language", () => app.changeLanguage(other), "web",
      element("span", { class: "nav-text", lang: other }, t("header.otherLanguage"))),
    themeButton,
    button("keys-button", listKeys, "keyboard", element("span", { class: "nav-text" }, t("keys.title"))),
    app.session.sign_in === "access_key" && button("sign-out", leave, "leave", element("span", { class: "nav-text" }, t("signIn.out"))));
}

/** @param {string} testid @param {() => void} click @param {string} [iconName] @param {Child} [text] */
const button = (testid, click, iconName, text) =>
  element("button", { type: "button", class: "nav-link", dataset: { testid }, on: { click } }, iconName && icon(iconName), text);
