import { createApp } from "./app.js";
import { createShell } from "./views/shell.js";
import { createStartPage } from "./views/start-page.js";
import { preference, remember } from "./state/preferences.js";
import { chooseLanguage, setLanguage } from "./texts/translate.js";
import { watchSystemTheme } from "./theme.js";

const app = createApp();
let shell = null;

function speak(code) {
  setLanguage(code);
  document.documentElement.lang = code;
}

/** Texts are set where elements are made, so another language is another shell. */
function showShell() {
  shell?.destroy();
  shell = createShell(app);
  document.body.replaceChildren(...shell.nodes);
  shell.update();
}

async function start() {
  document.body.replaceChildren(createStartPage());
  try {
    await app.loadFacts();
  } catch (error) {
    document.body.replaceChildren(createStartPage({ error, retry: start }));
    return;
  }
  showShell();
  app.runs.check();
}

app.changeLanguage = (code) => {
  remember("language", code);
  speak(code);
  showShell();
  document.querySelector("[data-testid=language]")?.focus();
};
app.on("finished", () => app.refresh().catch((error) => app.emit("failed", error)));

// Back from another window or a night's sleep: a sync may have come and gone.
document.addEventListener("visibilitychange", () => !document.hidden && shell && app.runs.check());

speak(chooseLanguage(preference("language"), navigator.languages));
watchSystemTheme(app);
start();
