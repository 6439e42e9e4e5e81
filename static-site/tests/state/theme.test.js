import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const stored = new Map();
Object.assign(globalThis, {
  localStorage: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) },
  document: { documentElement: { dataset: {} } },
  matchMedia: () => new EventTarget(),
});
const { setTheme, theme, themes } = await import("../../scripts/state/theme.js");

beforeEach(() => {
  stored.clear();
  document.documentElement.dataset = /** @type {any} */ ({});
});

test("without a choice the browser's own theme holds", () => assert.equal(theme(), "auto"));

test("a choice is shown, remembered and told", () => {
  for (const name of themes) {
    const told = [];
    setTheme(name, /** @type {any} */ ({ emit: (event) => told.push(event) }));
    assert.deepEqual([theme(), document.documentElement.dataset.theme, told], [name, name === "auto" ? undefined : name, ["theme"]]);
  }
});

test("what is no theme is none", () => {
  for (const name of ["constructor", "pink", 3]) {
    stored.set("voicebot.preferences", JSON.stringify({ theme: name }));
    assert.equal(theme(), "auto");
  }
});
