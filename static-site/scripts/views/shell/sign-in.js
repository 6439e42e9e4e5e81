import { ApiError } from "../../api/api.js";
import { element } from "../parts/dom.js";
import { brand } from "../parts/icons.js";
import { signIn } from "../../api/session.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { actionButton, field } from "../parts/fields.js";
import { notice } from "../parts/notices.js";

/**
 * In place of everything else, when the server wants to know who asks. `done` goes on with the page.
 * @param {{ mode: string, done: () => unknown }} options
 */
export function createSignIn({ mode, done }) {
  const key = element("input", {
    type: "password", autocomplete: "current-password", spellcheck: false, required: true, autofocus: true, dataset: {
      testid: "access-key",
    },
  });
  const keyField = field(t("signIn.key"), key, { hint: t("signIn.hint") });
  const button = actionButton(t("signIn.button"), submit, { primary: true, testid: "sign-in" });

  async function submit() {
    keyField.showError(null);
    if (!key.value.trim()) return refuse(t("signIn.keyNeeded"));
    try {
      await signIn(key.value.trim());
    } catch (error) {
      return refuse(error instanceof ApiError && error.retryAfter
        ? `${explain(error)} ${t("signIn.wait", { time: format.duration(error.retryAfter) })}`
        : explain(error));
    }
    key.value = "";
    return done();
  }

  /** @param {string} text */
  function refuse(text) {
    keyField.showError(text);
    key.focus();
  }

  return element("main", { class: "start-page", dataset: { testid: "sign-in-view" } },
    brand(56),
    element("h1", {}, t("product")),
    mode === "platform"
      ? notice({ title: t("signIn.platform"), text: t("signIn.platformText"), action: t("actions.retry"),
        onAction: () => location.reload() })
      : element("form", { class: "sign-in", on: { submit: (/** @type {any} */ event) => {
        event.preventDefault();
        button.click();
      } } }, keyField, button));
}
