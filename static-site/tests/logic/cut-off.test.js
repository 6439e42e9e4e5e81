import assert from "node:assert/strict";
import { test } from "node:test";
import { cutOff } from "../../scripts/logic/cut-off.js";

test("the rest of what was meant was cut off", () => {
  assert.deepEqual(cutOff("I will note...", "I will note your request."), { said: "I will note", cut: " your request." });
  assert.deepEqual(cutOff("I will", "I will note"), { said: "I will", cut: " note" });
  assert.deepEqual(cutOff("...", "Never begun"), { said: "", cut: "Never begun" });
});

test("another wording, or nothing more, was not cut off", () => {
  assert.deepEqual(cutOff("Hello", "Hello"), { said: "Hello", cut: "" });
  assert.deepEqual(cutOff("Hello", null), { said: "Hello", cut: "" });
  assert.deepEqual(cutOff("Good day", "Hello there"), { said: "Good day", cut: "" });
});
