import { createApp } from "./app.js";
import { codeOf, onSignInNeeded } from "./api/api.js";
import { getSession } from "./api/endpoints.js";
import { createShell, loadOtherViews } from "./views/shell/shell.js";
import { createSignIn } from "./views/shell/sign-in.js";
import { createStartPage } from "./views/shell/start-page.js";
import { preference, remember } from "./state/preferences.js";
import { element } from "./views/parts/dom.js";
import { chooseLanguage, setLanguage } from "./texts/translate.js";
import { watchSystemTheme } from "./state/theme.js";

/** The names of criteria are asked for after a run, and have come by then. */
const namesMilliseconds = 5000;

const app = createApp();
/** @type {ReturnType<typeof createShell> | null} */
let shell = null;

/** @param {string} code */
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
    if (codeOf(error) === "sign_in_required") return;
    document.body.replaceChildren(createStartPage({ error, retry: start }));
    return;
  }
  showShell();
  await app.loading; // the figures first
  linkIcons();
  loadOtherViews().catch(() => {}); // who opens one of them asks again
  app.runs.check();
  app.loadMonths().catch((error) => app.emit("failed", error));
  countUnseen();
}

/** A number in the corner is not worth a message of its own. */
const countUnseen = () => app.loadUnseen().catch(() => {});

/** The icon of the tab, and what installing the page needs: nobody waits for them, so they are asked for after the figures. */
function linkIcons() {
  if (document.querySelector("link[rel=manifest]")) return;
  document.querySelector("link[rel=icon]")?.setAttribute("href", "icons/voicebot.svg");
  document.head.append(element("link", { rel: "manifest", href: "manifest.webmanifest" }));
}

/** Also in the middle of the work, when a session has run out: what the address says is shown again after the sign-in. */
async function askToSignIn() {
  if (document.querySelector("[data-testid=sign-in-view]")) return;
  shell?.destroy();
  shell = null;
  document.body.replaceChildren(createSignIn({ mode: "access_key", done: start }));
  const session = await getSession().catch(() => null);
  if (session?.sign_in === "platform") document.body.replaceChildren(createSignIn({ mode: "platform", done: start }));
}

async function refresh() {
  if (shell) await app.refresh().catch((error) => app.emit("failed", error));
}

onSignInNeeded(askToSignIn);

app.changeLanguage = (code) => {
  speak(code);
  remember("language", code);
  showShell();
  /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=language]"))?.focus();
};
app.on("finished", () => {
  refresh();
  setTimeout(() => {
    if (app.awaitsNames()) refresh();
    countUnseen(); // the rules have been asked meanwhile
  }, namesMilliseconds);
});

// Back from another window or a night's sleep: a sync may have come and gone.
document.addEventListener("visibilitychange", () => !document.hidden && shell && [app.runs.check(), countUnseen()]);

speak(chooseLanguage(preference("language"), navigator.languages));
watchSystemTheme(app);
start();
