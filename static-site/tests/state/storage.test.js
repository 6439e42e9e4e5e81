import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { preference, remember } from "../../scripts/state/preferences.js";
import { setup } from "../../scripts/state/setup.js";

/** @returns {Storage} */
function memory() {
  const values = new Map();
  return /** @type {any} */ ({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, String(value)),
    removeItem: (key) => values.delete(key),
  });
}

const forbidden = new Proxy({}, { get() { throw new DOMException("denied", "SecurityError"); } });

beforeEach(() => Object.assign(globalThis, { localStorage: memory(), sessionStorage: memory() }));

test("choices are remembered beside one another", () => {
  assert.equal(preference("theme"), undefined);
  remember("theme", "dark");
  remember("columns", { cost: false });
  assert.deepEqual([preference("theme"), preference("columns")], ["dark", { cost: false }]);
  remember("theme", "light");
  assert.deepEqual([preference("theme"), preference("columns")], ["light", { cost: false }]);
});

test("a broken or foreign store is as if it were empty, and can be written again", () => {
  for (const text of ["{", "null", "", "[]"]) {
    localStorage.setItem("voicebot.preferences", text);
    assert.equal(preference("theme"), undefined, text);
  }
  localStorage.setItem("voicebot.preferences", "{");
  remember("theme", "dark");
  assert.equal(preference("theme"), "dark");
});

test("names that objects inherit are no choices", () => {
  for (const name of ["constructor", "toString", "__proto__"]) assert.equal(preference(name), undefined, name);
});

test("a browser that keeps nothing still shows the page", () => {
  Object.assign(globalThis, { localStorage: forbidden, sessionStorage: forbidden });
  remember("theme", "dark");
  setup.reachSync();
  assert.equal(preference("theme"), undefined);
  assert.equal(setup.isAtSync(), false);
  assert.deepEqual(setup.runIds(), []);
});

test("the first run goes from its sync to its end", () => {
  assert.equal(setup.isAtSync(), false);
  setup.reachSync();
  assert.deepEqual([setup.isAtSync(), setup.runIds()], [true, []]);
  setup.started([4, 5]);
  assert.deepEqual([setup.isAtSync(), setup.runIds()], [true, [4, 5]]);
  setup.end();
  assert.deepEqual([setup.isAtSync(), setup.runIds()], [false, []]);
});

test("a foreign value in the store is no first run", () => {
  for (const text of ["{}", "3", "\"x\"", "{"]) {
    sessionStorage.setItem("voicebot.setup", text);
    assert.equal(setup.isAtSync(), false, text);
  }
});
