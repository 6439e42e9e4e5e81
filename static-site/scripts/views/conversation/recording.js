import { audioUrl, checkAudio, getAudio } from "../../api/endpoints.js";
import { isElsewhere } from "../../api/api.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { errorNotice, notice } from "../parts/notices.js";

/**
 * The sound of a conversation; nothing is fetched before it is played. A page on another site fetches it as a whole, because what plays
 * cannot carry the page's token. Where it does not come, `message` says why and how to try again.
 * @param {string} conversationId @param {{ onTime: (seconds: number) => void, onState: (isPlaying: boolean) => void }} listeners
 */
export function createRecording(conversationId, { onTime, onState }) {
  const elsewhere = isElsewhere();
  const audio = element("audio", {
    preload: "none", src: !elsewhere && audioUrl(conversationId), "aria-label": t("player.label"), dataset: { testid: "recording" },
    on: {
      timeupdate: () => onTime(audio.currentTime),
      error: explainFailure,
      playing: started,
      pause: () => onState(false),
      ended: () => onState(false),
    },
  });
  const message = element("div");
  /** @type {Promise<boolean> | null} */
  let fetching = null;
  let stopped = false;

  function started() {
    fill(message);
    onState(true);
  }

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
      return true;
    } catch (error) {
      fill(message, errorNotice(error, play));
      return false;
    }
  }

  /** The element only knows that something failed; the server says what. */
  async function explainFailure() {
    if (stopped) return;
    try {
      await checkAudio(conversationId);
      fill(message, notice({ tone: "error", text: t("player.unplayable") }));
    } catch (error) {
      fill(message, errorNotice(error, () => {
        fill(message);
        audio.load();
        void play();
      }));
    }
  }

  async function play() {
    if (elsewhere && !await fetchWhole()) return;
    await audio.play().catch(() => {}); // a failure comes as an event, too
  }

  return {
    node: audio,
    message,
    play,
    toggle: () => (audio.paused ? play() : audio.pause()),
    /** @param {number} speed */
    setSpeed(speed) {
      audio.defaultPlaybackRate = audio.playbackRate = speed;
    },
    /** Plays from there. @param {number} seconds */
    async seek(seconds) {
      if (elsewhere && !await fetchWhole()) return;
      if (!(audio.readyState > 0)) {
        audio.preload = "auto";
        audio.load();
        await new Promise((resolve) => { audio.addEventListener("loadedmetadata", resolve, { once: true }); });
      }
      audio.currentTime = seconds;
      await play();
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
