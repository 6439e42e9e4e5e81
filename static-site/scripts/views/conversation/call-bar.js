import { callMap } from "../../logic/call-map.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { shape } from "../parts/drawing.js";

/** Seconds that an arrow and a page key go. */
const smallStep = 5;
const largeStep = 15;

/** Where each kind of part stands, in pixels from the top. */
const lanes = { bot: { y: 0, height: 10 }, caller: { y: 14, height: 10 }, tool: { y: 28, height: 4 } };
const mapHeight = 34;

/**
 * A call as a bar: the bot above, the caller below, tools as marks, failed ones crossed. With a recording it is the slider that the
 * recording is played by. Null where no time is known of any turn.
 * @param {Turn[]} turns @param {import("../../logic/tool-runs.js").ToolRun[]} runs Those of the turns.
 * @param {number | null | undefined} duration Seconds. @param {{ seek?: (seconds: number) => unknown }} options
 */
export function createCallBar(turns, runs, duration, { seek }) {
  const { seconds: total, parts } = callMap(turns, runs, duration);
  if (!parts.length && !seek) return null;
  let now = 0;
  const share = (/** @type {number} */ seconds) => `${Math.round(seconds / total * 10000) / 100}%`;
  const position = shape("line", { class: "call-now", y1: -2, y2: mapHeight });
  const map = shape("svg", { class: "call-map", width: "100%", height: mapHeight, "aria-hidden": "true" },
    ...parts.map((part) => drawn(part, share)), seek ? position : null);
  const node = seek
    ? element("div",
      { class: "call-bar", role: "slider", tabIndex: 0, "aria-label": t("player.slider"), "aria-valuemin": "0",
        dataset: { testid: "call-bar" }, on: { pointerdown: press, keydown } }, map)
    : element("div", { class: "call-bar", role: "img", "aria-label": t("player.map"), dataset: { testid: "call-bar" } }, map);

  /** @param {any} event */
  function press(event) {
    if (event.button) return;
    node.setPointerCapture(event.pointerId);
    node.onpointermove = (/** @type {PointerEvent} */ moved) => showTime(at(moved));
    node.onpointerup = (/** @type {PointerEvent} */ up) => {
      node.onpointermove = node.onpointerup = null;
      seek?.(at(up));
    };
    showTime(at(event));
  }

  /** @param {{ clientX: number }} event */
  function at({ clientX }) {
    const { left, width } = node.getBoundingClientRect();
    return Math.max(0, Math.min(1, (clientX - left) / width)) * total;
  }

  /** @param {any} event */
  function keydown(event) {
    const to = new Map(
      [["ArrowLeft", now - smallStep], ["ArrowRight", now + smallStep], ["ArrowDown", now - smallStep], ["ArrowUp", now + smallStep],
      ["PageDown", now - largeStep], ["PageUp", now + largeStep], ["Home", 0], ["End", total]]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    seek?.(Math.max(0, Math.min(total, to)));
  }

  /** @param {number} seconds */
  function showTime(seconds) {
    now = seconds;
    position.setAttribute("x1", share(seconds));
    position.setAttribute("x2", share(seconds));
    node.setAttribute("aria-valuemax", String(Math.round(total)));
    node.setAttribute("aria-valuenow", String(Math.round(seconds)));
    node.setAttribute("aria-valuetext", t("player.at", { time: format.clock(seconds), total: format.clock(total) }));
  }

  if (seek) showTime(0);
  return { node, total, hasParts: parts.length > 0, showTime };
}

/** @param {import("../../logic/call-map.js").MapPart} part @param {(seconds: number) => string} share */
function drawn({ kind, from, to, failed, name }, share) {
  const { y, height } = lanes[kind];
  const text = kind === "tool" ? name : t(kind === "bot" ? "player.bot" : "player.caller");
  return [
    shape("rect", { class: `call-${kind}${failed ? " call-failed" : ""}`, x: share(from), y, width: share(to - from), height, rx: 2 },
      shape("title", { dir: "auto" }, text)),
    failed && shape("text", { class: "call-cross", x: share(to), dx: 3, y: y + 6 }, "✕"),
  ];
}
