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
