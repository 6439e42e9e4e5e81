/**
 * Runs one request at a time for a view: a newer one gives up the older, whose answer is then ignored.
 * `show` gets the answer, `fail` the error; `load` tells whether an answer was shown.
 */
export function createLoader({ start = () => {}, show, fail }) {
  let controller = null;

  return {
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
        if (controller === mine && error.name !== "AbortError") fail(error);
        return false;
      }
    },
    stop() {
      controller?.abort();
      controller = null;
    },
  };
}
