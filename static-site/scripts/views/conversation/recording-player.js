import { isElsewhere } from "../../api/api.js";
import { audioUrl } from "../../api/endpoints.js";
import { preference, remember } from "../../state/preferences.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { checkbox, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { createCallBar } from "./call-bar.js";
import { createRecording } from "./recording.js";

/** @typedef {import("../../logic/tool-runs.js").ToolRun} ToolRun */

const speeds = [1, 1.25, 1.5, 1.75, 2];

/**
 * What plays a recording, its bar being a map of the call; the map alone where nothing was recorded, and null where not even that is
 * known.
 * @param {Api.ConversationDetail} one @param {ToolRun[]} runs Of its turns.
 * @param {{ onTime: (seconds: number, follow: boolean) => void }} listeners
 */
export function createRecordingPlayer(one, runs, { onTime }) {
  const turns = one.transcript ?? [];
  if (!one.has_audio) return mapAlone(turns, runs, one.duration_secs);
  const recording = createRecording(one.conversation_id, { onTime: showTime, onState: showState });
  const bar = createCallBar(turns, runs, one.duration_secs, { seek: recording.seek });
  const toggle = element("button", { type: "button", class: "play-button", dataset: { testid: "play" }, on: { click: recording.toggle } });
  const clock = element("strong", { class: "call-clock" });
  const follow = checkbox(t("player.follow"), preference("followTranscript") !== false, (on) => remember("followTranscript", on), {
    dataset: { testid: "follow" },
  });
  const speed = select(speeds.map((value) => [String(value), t("player.times", { value: format.decimal(value) })]),
    String(preference("speed") ?? 1), (value) => {
    remember("speed", value);
    recording.setSpeed(Number(value));
  }, { "aria-label": t("player.speed"), title: t("player.speed"), dataset: { testid: "recording-speed" } });

  /** @param {boolean} isPlaying */
  function showState(isPlaying) {
    const name = t(isPlaying ? "player.pause" : "player.play");
    toggle.setAttribute("aria-label", name);
    toggle.title = name;
    fill(toggle, icon(isPlaying ? "pause" : "play"));
  }

  /** @param {number} seconds */
  function showTime(seconds) {
    clock.textContent = format.clock(seconds);
    bar?.showTime(seconds);
    onTime(seconds, preference("followTranscript") !== false);
  }

  clock.textContent = format.clock(0);
  showState(false);
  recording.setSpeed(Number(speed.value));
  return {
    node: element("div", { class: "player", dataset: { testid: "player" } },
      recording.node, toggle, bar?.node,
      element("div", { class: "player-row" },
        element("span", { class: "call-times" }, clock, " / ", format.clock(bar?.total ?? 0)), bar?.hasParts && key(),
        element("span", { class: "player-tools" }, speed, follow, !isElsewhere() && download(one.conversation_id),
          element("kbd", { "aria-hidden": "true" }, t("player.space")))),
      recording.message),
    seek: recording.seek,
    toggle: recording.toggle,
    stop: recording.stop,
  };
}

/** @param {Turn[]} turns @param {ToolRun[]} runs @param {number | null | undefined} duration */
function mapAlone(turns, runs, duration) {
  const bar = createCallBar(turns, runs, duration, {});
  return bar && {
    node: element("div", { class: "player player-silent" }, bar.node,
      element("div", { class: "player-row" }, element("span", { class: "call-times" }, format.clock(bar.total)), key(),
        element("span", { class: "muted" }, t("player.none")))),
    seek: undefined, toggle: undefined, stop() {},
  };
}

/** What stands where in the map. */
const key = () => element("span", { class: "call-key" }, ["bot", "caller", "tool"].map((kind) =>
  element("span", {}, element("i", { class: `call-key-${kind}` }), t(`player.${kind}`))));

/** @param {string} id */
const download = (id) =>
  element("a", { class: "icon-button", href: audioUrl(id), download: id, "aria-label": t("player.download"), title: t("player.download") },
    icon("download"));
