import { isGivenUp } from "./api.js";

/**
 * Runs one request at a time for a view: a newer one gives up the older, whose answer is then ignored.
 * `show` gets the answer, `fail` the error; `load` tells whether an answer was shown.
 * @template T
 * @param {{ start?: () => void, show: (answer: T) => void, fail: (error: unknown) => void }} view
 */
export function createLoader({ start = () => {}, show, fail }) {
  /** @type {AbortController | null} */
  let controller = null;

  return {
    /** @param {(signal: AbortSignal) => Promise<T>} work */
    async load(work) {
      controller?.abort();
      const mine = new AbortController();
      controller = mine;
      start();
      try {
        const answer = await work(mine.signal);
        if (controller !== mine) return false;
        show(answer);
        return true;
      } catch (error) {
        if (controller === mine && !isGivenUp(error)) fail(error);
        return false;
      }
    },
    stop() {
      controller?.abort();
      controller = null;
    },
  };
}
