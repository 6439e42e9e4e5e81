import { element, fill } from "../parts/dom.js";
import { revealPhones } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { t } from "../../texts/translate.js";

/**
 * The caller's number; a masked one can be shown by who may, which the server records.
 * @param {App} app @param {{ conversation_id: string, client_phone: string | null, phones_masked: boolean }} one
 */
export function callerNumber(app, one) {
  if (!one.client_phone) return null;
  const text = element("span", { dataset: { testid: "client-phone" } }, one.client_phone);
  if (!one.phones_masked || !app.mayWrite()) return text;
  const button = element("button", {
    type: "button", class: "button button-quiet button-small reveal", title: t("privacy.revealHint"), dataset: { testid: "reveal" },
    on: {
      async click() {
        try {
          const { client_phone: phone } = await revealPhones(one.conversation_id);
          fill(text, phone);
          text.tabIndex = -1;
          text.focus();
          button.remove();
        } catch (error) {
          app.emit("failed", error);
        }
      },
    },
  }, icon("eye"), t("privacy.reveal"));
  return [text, button];
}
