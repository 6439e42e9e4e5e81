import { element } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { t } from "../../texts/translate.js";

/**
 * Looks for words in a transcript; Enter goes from hit to hit, with Shift backwards.
 * @param {{ find(words: string): HTMLElement[] }} transcript
 */
export function createTranscriptFind(transcript, words = "") {
  const input = element("input", {
    type: "search", value: words, maxLength: 200, placeholder: t("transcript.find"), "aria-label": t("transcript.find"), dataset: {
      testid: "transcript-find",
    },
    on: { input: () => look(0), keydown },
  });
  const count = element("span", { class: "find-count", role: "status" });
  const previous = step("left", "transcript.previousHit", -1);
  const next = step("right", "transcript.nextHit", 1);
  const node = element("div", { class: "transcript-find" }, input, count, previous, next);
  /** @type {HTMLElement[]} */
  let hits = [];
  let at = -1;

  /** @param {string} iconName @param {string} key @param {number} by */
  function step(iconName, key, by) {
    return element("button",
      { type: "button", class: "icon-button", "aria-label": t(key), title: t(key), on: { click: () => go(at + by) } }, icon(iconName));
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go(at + (event.shiftKey ? -1 : 1));
  }

  /** @param {number} first */
  function look(first) {
    hits = transcript.find(input.value);
    at = -1;
    previous.disabled = next.disabled = !hits.length;
    count.textContent = input.value.trim() ? t("transcript.noHits") : "";
    if (hits.length) go(first);
  }

  /** @param {number} to */
  function go(to) {
    if (!hits.length) return;
    hits[at]?.classList.remove("current");
    at = (to + hits.length) % hits.length;
    hits[at].classList.add("current");
    hits[at].scrollIntoView({ block: "nearest" });
    count.textContent = t("transcript.hit", { at: at + 1, count: hits.length });
  }

  look(0);
  return node;
}
