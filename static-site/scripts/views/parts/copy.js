import { t } from "../../texts/translate.js";
import { element } from "./dom.js";

/**
 * Puts a text on the clipboard and says so, or that the browser does not allow it.
 * @param {App} app @param {string} text @param {string} said
 */
export async function copyText(app, text, said) {
  const done = await writeClipboard(text) || copySelected(text);
  app.emit("toast", done ? said : t("copy.notAllowed", { text }));
}

/**
 * Browsers have a clipboard for scripts only where the connection is safe, so not in a company's network over plain http.
 * @param {string} text
 */
async function writeClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The older way: what is selected is copied. A modal dialog makes all else inert, so it has to happen inside. @param {string} text */
function copySelected(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const field = element("textarea", { value: text, readOnly: true, class: "visually-hidden", "aria-hidden": "true", tabIndex: -1 });
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}
