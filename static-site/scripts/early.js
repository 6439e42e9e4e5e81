// A classic script in the head: sets the remembered theme and language before the first paint.
(() => {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem("voicebot.preferences") ?? "{}");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    if (language) document.documentElement.lang = language;
  } catch {
    // Storage is blocked or holds something else: the browser's preferences apply.
  }
})();
