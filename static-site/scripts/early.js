// A classic script in the head: what cannot wait for the modules.

// The remembered theme and language, before the first paint.
(() => {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem("voicebot.preferences") ?? "{}");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    if (language) document.documentElement.lang = language;
  } catch {
    // Storage is blocked or holds something else: the browser's preferences apply.
  }
})();

// A module that does not come, of any depth, is an event on the script that asked for it; it would leave an empty page.
addEventListener("error", ({ target }) => {
  const place = document.getElementById("not-loaded");
  if (place && target instanceof HTMLScriptElement && target.type === "module") place.hidden = false;
}, true);

// What the page asks first of all, while its modules are still on their way. Settings and health only for who may see them, and nothing
// from a page on another site, which has to send a token. Each answer is taken once (see api.js).
(() => {
  if (window.VOICEBOT_API_BASE) return;
  const ask = (/** @type {string} */ path) => fetch(new URL(`api/${path}`, document.baseURI), { headers: { Accept: "application/json" } });
  const session = ask("session");
  const isKnown = session.then((answer) => answer.clone().json()).then(({ role }) => Boolean(role)).catch(() => false);
  const whenKnown = (/** @type {string} */ path) => isKnown.then((known) => (known ? ask(path) : null));
  window.voicebotEarly = new Map([["session", session], ["settings", whenKnown("settings")], ["health", whenKnown("health")]]);
  for (const answer of window.voicebotEarly.values()) answer.catch(() => {}); // who takes it asks again
})();
