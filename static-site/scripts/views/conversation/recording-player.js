import { isElsewhere } from "../../api/api.js";
import { element, fill } from "../parts/dom.js";
import { audioUrl, checkAudio, getAudio } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { preference, remember } from "../../state/preferences.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { actionButton, field, select } from "../parts/fields.js";
import { errorNotice } from "../parts/notices.js";

const speeds = [1, 1.25, 1.5, 1.75, 2];

/**
 * The recording of a conversation; nothing is fetched before it is played. On a page on another site a button fetches it as a
 * whole, because a player cannot carry the page's token.
 * @param {string} conversationId @param {{ onTime: (seconds: number) => void }} listeners
 */
export function createRecordingPlayer(conversationId, { onTime }) {
  const elsewhere = isElsewhere();
  const audio = element("audio", {
    controls: true, hidden: elsewhere, preload: "none", src: !elsewhere && audioUrl(conversationId), "aria-label": t("player.label"), dataset: { testid: "recording" },
    on: { timeupdate: () => onTime(audio.currentTime), error: explainFailure, playing: () => fill(message) },
  });
  const speed = select(speeds.map((value) => [String(value), t("player.times", { value: format.decimal(value) })]), String(preference("speed") ?? 1), (value) => {
    remember("speed", value);
    setSpeed();
  }, { dataset: { testid: "recording-speed" } });
  const message = element("div");
  const load = !elsewhere ? null : actionButton(t("player.load"), async () => (await fetchWhole()) && audio.play().catch(() => {}), { testid: "load-recording", before: icon("play") });
  /** @type {Promise<boolean> | null} */
  let fetching = null;
  let stopped = false;

  /** Once, however often it is asked for; false when it did not come. */
  function fetchWhole() {
    fetching ??= fetchBlob().finally(() => { if (!audio.src) fetching = null; });
    return fetching;
  }

  async function fetchBlob() {
    fill(message);
    try {
      const { blob } = await getAudio(conversationId);
      if (stopped) return false;
      audio.src = URL.createObjectURL(blob);
      audio.hidden = false;
      if (load === document.activeElement) audio.focus();
      load?.remove();
      return true;
    } catch (error) {
      fill(message, errorNotice(error, () => load?.click()));
      return false;
    }
  }

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
    node: element("div", { class: "player" }, element("div", { class: "player-row" }, load, audio, field(t("player.speed"), speed)), message),
    /** @param {number} seconds */
    async seek(seconds) {
      if (elsewhere && !await fetchWhole()) return;
      if (!(audio.readyState > 0)) {
        audio.preload = "auto";
        audio.load();
        await new Promise((resolve) => { audio.addEventListener("loadedmetadata", resolve, { once: true }); });
      }
      audio.currentTime = seconds;
      await audio.play().catch(() => {}); // the browser may want a click on the player first
    },
    stop() {
      stopped = true;
      audio.pause();
      if (elsewhere) URL.revokeObjectURL(audio.src);
      audio.removeAttribute("src");
      audio.load();
    },
  };
}
