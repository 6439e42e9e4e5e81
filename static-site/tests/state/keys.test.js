import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

/** @type {Record<string, string>} */
let stored = {};
globalThis.localStorage =
  /** @type {any} */ (
    { getItem: (/** @type {string} */ key) => stored[key] ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => { stored[key] = value; } });
const { activeKeys, letterKeys, pressKey, registerKeys, setLetterKeys, spellKeys } = await import("../../scripts/state/keys.js");

/** @param {string} key @param {Record<string, unknown>} [more] */
const stroke = (key, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

/** @type {string[]} */
let done = [];
let listening = new AbortController();
/** @param {string} name @param {string[]} keys @param {Record<string, unknown>} [more] */
const add = (name, keys, more = {}) =>
  registerKeys(listening.signal, [{ keys, group: "test", label: name, run: () => done.push(name), ...more }]);

beforeEach(() => {
  listening.abort();
  listening = new AbortController();
  done = [];
  stored = {};
});

describe("keys", () => {
  test("a key works what was registered for it, whatever CapsLock says", () => {
    add("next", ["j", "ArrowDown"]);
    for (const key of ["j", "J", "ArrowDown"]) assert.equal(pressKey(stroke(key)), true);
    assert.equal(pressKey(stroke("k")), false);
    assert.deepEqual(done, ["next", "next", "next"]);
  });

  test("of several the last that is on works", () => {
    let inList = true;
    add("palette", ["/"]);
    add("search", ["/"], { when: () => inList });
    pressKey(stroke("/"));
    assert.deepEqual(activeKeys().map(({ label }) => label), ["search"]);
    inList = false;
    pressKey(stroke("/"));
    assert.deepEqual(done, ["search", "palette"]);
    assert.deepEqual(activeKeys().map(({ label }) => label), ["palette"]);
  });

  test("one key after the other, in time", () => {
    add("dashboard", ["g d"]);
    add("alone", ["d"]);
    pressKey(stroke("g"), { now: 0 });
    pressKey(stroke("d"), { now: 1000 });
    pressKey(stroke("g"), { now: 5000 });
    pressKey(stroke("d"), { now: 9000 });
    assert.deepEqual(done, ["dashboard", "alone"]);
  });

  test("a key between the two starts anew", () => {
    add("dashboard", ["g d"]);
    for (const key of ["g", "x", "d"]) pressKey(stroke(key), { now: 0 });
    assert.deepEqual(done, []);
  });

  test("keys rest in fields and dialogs, but for those that always work", () => {
    add("next", ["j"]);
    add("palette", ["Mod+k"], { always: true });
    for (const place of [{ inField: true }, { inDialog: true }]) {
      pressKey(stroke("j"), place);
      pressKey(stroke("k", { ctrlKey: true }), place);
    }
    assert.deepEqual(done, ["palette", "palette"]);
  });

  test("keys of a dialog's own work in dialogs, and rest in the fields of one", () => {
    add("next", ["j"], { inDialogs: true });
    pressKey(stroke("j"), { inDialog: true, inField: true });
    assert.deepEqual(done, []);
    pressKey(stroke("j"), { inDialog: true });
    pressKey(stroke("j"));
    assert.deepEqual(done, ["next", "next"]);
  });

  test("with Alt, or while a letter is composed, nothing works", () => {
    add("next", ["j"]);
    assert.equal(pressKey(stroke("j", { altKey: true })), false);
    assert.equal(pressKey(stroke("j", { isComposing: true })), false);
    assert.equal(pressKey(stroke("j", { ctrlKey: true })), false);
  });

  test("Shift counts with letters and names, not with signs that need it", () => {
    add("list", ["?"]);
    add("range", ["Shift+x"]);
    pressKey(stroke("?", { shiftKey: true }));
    pressKey(stroke("X", { shiftKey: true }));
    pressKey(stroke("x"));
    assert.deepEqual(done, ["list", "range"]);
  });

  test("letters and signs alone can be switched off", () => {
    add("next", ["j", "ArrowDown"]);
    add("dashboard", ["g d"]);
    add("palette", ["Mod+k"]);
    assert.equal(letterKeys(), true);
    setLetterKeys(false);
    for (const key of ["j", "g", "d"]) pressKey(stroke(key));
    pressKey(stroke("ArrowDown"));
    pressKey(stroke("k", { metaKey: true }));
    assert.deepEqual(done, ["next", "palette"]);
  });

  test("what a view registered goes with it", () => {
    add("next", ["j"]);
    listening.abort();
    assert.equal(pressKey(stroke("j")), false);
    assert.deepEqual(activeKeys(), []);
  });

  test("spelled as on the keyboard", () => {
    assert.deepEqual(spellKeys("Mod+k", false), ["Ctrl", "K"]);
    assert.deepEqual(spellKeys("Mod+k", true), ["⌘", "K"]);
    assert.deepEqual(spellKeys("g d"), ["G", "D"]);
    assert.deepEqual(spellKeys("ArrowDown"), ["↓"]);
    assert.deepEqual(spellKeys("Shift+x"), ["Shift", "X"]);
  });
});
