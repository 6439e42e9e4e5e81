import { ApiError } from "../../api/api.js";
import { waitBefore } from "../../logic/try-again.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element } from "./dom.js";
import { notice } from "./notices.js";

/** Later than this after a wait, a failure is a new one. */
const newFailureMilliseconds = 30_000;

/**
 * How often each thing has failed in a row, and until when the next failure belongs to that row.
 * @type {Map<string, { failures: number, until: number }>}
 */
const rows = new Map();

/**
 * What could not be read, why, and "Try now". Where it may be better in a moment the page tries by itself, for as long as this is shown;
 * a small line is for whom it is passed on to.
 * @param {"kpis" | "breakdowns" | "conversations" | "conversation" | "criteria" | "segments" | "reviews" | "callbacks"
 * | "archives" | "alerts" | "money" | "runs" | "audit"} what
 * @param {unknown} error @param {() => unknown} retry
 */
export function loadFailure(what, error, retry) {
  const failures = failuresOf(what);
  const wait = waitBefore(error, failures);
  const countdown = element("span", { "aria-hidden": "true" });
  const node = notice({
    tone: "error",
    title: known("errors.titles", what, ""), // none where a title above says it
    text: [explain(error), wait !== null && [" ", countdown, element("span", { class: "visually-hidden" }, t("errors.again"))]],
    children: [
      element("button", { type: "button", class: "button button-primary notice-retry", on: { click: () => tryAgain(node, retry) } },
        t("actions.retryNow")),
      technical(error),
    ],
  });
  if (wait === null) {
    rows.delete(what);
    return node;
  }
  rows.set(what, { failures: failures + 1, until: performance.now() + wait * 1000 + newFailureMilliseconds });
  if (failures) node.removeAttribute("role"); // said once, not at each attempt
  countDown(node, countdown, wait, retry);
  return node;
}

/** @param {string} what */
function failuresOf(what) {
  const row = rows.get(what);
  return row && row.until > performance.now() ? row.failures : 0;
}

/** Ends when the notice is taken away; a page that nobody sees waits. @param {HTMLElement} node @param {HTMLElement} text
 * @param {number} seconds @param {() => unknown} retry */
function countDown(node, text, seconds, retry) {
  let left = seconds;
  const say = () => { text.textContent = t("errors.againIn", { time: format.duration(left) }); };
  say();
  const timer = setInterval(() => {
    if (!node.isConnected) return clearInterval(timer);
    left = Math.max(left - 1, 0);
    if (left > 0 || document.hidden) return say();
    clearInterval(timer);
    return tryAgain(node, retry);
  }, 1000);
}

/** Who stood on the button stands on the next one. @param {HTMLElement} node @param {() => unknown} retry */
async function tryAgain(node, retry) {
  const place = node.parentElement;
  const isFocused = node.contains(document.activeElement);
  await retry();
  /** @type {HTMLElement | null | undefined} */
  const again = place?.querySelector(".notice-retry");
  if (isFocused && !node.isConnected) again?.focus();
}

/** "GET /api/kpis, 503 storage_unreachable, 23:04:11" @param {unknown} error */
function technical(error) {
  if (!(error instanceof ApiError) || !error.asked) return null;
  const answer = error.status ? `${error.status} ${error.code}` : t("errors.noAnswer");
  return element("p", { class: "notice-technical" }, [error.asked, answer, format.timeToTheSecond(error.at)].join(", "));
}
