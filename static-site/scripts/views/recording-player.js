import { element, fill } from "../dom.js";
import { audioUrl, checkAudio } from "../endpoints.js";
import { preference, remember } from "../state/preferences.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { field, select } from "./parts/fields.js";
import { errorNotice } from "./parts/notices.js";

const speeds = [1, 1.25, 1.5, 1.75, 2];

/** The recording of a conversation; nothing is fetched before it is played. */
export function createRecordingPlayer(conversationId, { onTime }) {
  const audio = element("audio", {
    controls: true, preload: "none", src: audioUrl(conversationId), "aria-label": t("player.label"), dataset: { testid: "recording" },
    on: { timeupdate: () => onTime(audio.currentTime), error: explainFailure, playing: () => fill(message) },
  });
  const speed = select(speeds.map((value) => [String(value), t("player.times", { value: format.decimal(value) })]), String(preference("speed") ?? 1), (value) => {
    remember("speed", value);
    setSpeed();
  }, { dataset: { testid: "recording-speed" } });
  const message = element("div");

  function setSpeed() {
    audio.defaultPlaybackRate = audio.playbackRate = Number(speed.value);
  }

  /** The element only knows that something failed; the server says what. */
  async function explainFailure() {
    try {
      await checkAudio(conversationId);
    } catch (error) {
      fill(message, errorNotice(error, () => {
        fill(message);
        audio.load();
        audio.play().catch(() => {}); // a new failure comes as an event, too
      }));
    }
  }

  setSpeed();
  return {
    node: element("div", { class: "player" }, element("div", { class: "player-row" }, audio, field(t("player.speed"), speed)), message),
    async seek(seconds) {
      if (!(audio.readyState > 0)) {
        audio.preload = "auto";
        audio.load();
        await new Promise((resolve) => { audio.addEventListener("loadedmetadata", resolve, { once: true }); });
      }
      audio.currentTime = seconds;
      await audio.play().catch(() => {}); // the browser may want a click on the player first
    },
    stop() {
      audio.pause();
      audio.removeAttribute("src");
      audio.load();
    },
  };
}
