import { activeKeys, letterKeys, setLetterKeys, spellKeys } from "../../state/keys.js";
import { known, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { checkbox } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";

/** Every key that does something where one is, by what it is for. */
export function createKeyList() {
  const list = element("div", { class: "key-groups" });
  const switched = checkbox(t("keys.letters"), true, setLetterKeys, { dataset: { testid: "letter-keys" } });
  const sheet = createSheet({
    title: t("keys.title"),
    testid: "key-list",
    className: "key-list",
    content: [list, switched, element("p", { class: "field-hint" }, t("keys.lettersHint"))],
  });

  /** @param {string} keys */
  const spelled = (keys) => element("span", { class: "key" }, spellKeys(keys).map((one) => element("kbd", {}, one)));

  return {
    node: sheet.node,
    open() {
      const bindings = activeKeys();
      const groups = [...new Set(bindings.map(({ group }) => group))];
      fill(list, groups.map((group) => element("section", {},
        element("h3", {}, known("keys.groups", group)),
        element("dl", {}, bindings.filter((one) => one.group === group).map(({ keys, label }) =>
          element("div", {}, element("dt", {}, label),
            element("dd", {}, keys.map((one, index) => [index > 0 && ` ${t("keys.or")} `, spelled(one)]))))))));
      switched.input.checked = letterKeys();
      sheet.open();
    },
  };
}
