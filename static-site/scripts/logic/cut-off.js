/** What stands at the end of a text that was broken off. */
const dots = /[\s.…\-–—]+$/u;

/**
 * What of a turn was said and what was cut off by the caller: the rest of what the bot meant to say, where its text says so.
 * @param {string | null | undefined} said @param {string | null | undefined} meant @returns {{ said: string, cut: string }}
 */
export function cutOff(said, meant) {
  const heard = said ?? "";
  if (!meant || meant === heard) return { said: heard, cut: "" };
  const start = heard.replace(dots, "");
  if (start && !meant.startsWith(start)) return { said: heard, cut: "" };
  return { said: start, cut: meant.slice(start.length) };
}
