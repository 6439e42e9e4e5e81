import { attempt } from "../parts/problem.js";

/**
 * Changes something that is kept, says so or why not, and shows what is kept now.
 * @param {App} app @param {() => Promise<unknown>} work @param {string} said @param {() => Promise<unknown>} again
 */
export async function changeAndSay(app, work, said, again) {
  await attempt(app, async () => {
    await work();
    app.emit("toast", said);
  });
  await again();
}
