import assert from "node:assert/strict";
import { test } from "node:test";
import { attachmentName } from "../../scripts/api/api.js";

for (const [header, name] of [
  [`attachment; filename="=?utf-8?B?x?="; filename*=UTF-8''Rozmowy%2C%20Obs%C5%82uga%20klienta%2C%20listopad%202026.xlsx`,
    "Rozmowy, Obsługa klienta, listopad 2026.xlsx"],
  ["attachment; filename=conversations_2026-10.csv", "conversations_2026-10.csv"],
  [`attachment; filename="Conversations, all agents, November 2026.xlsx"`, "Conversations, all agents, November 2026.xlsx"],
  [`attachment; filename="plain; name.csv"; filename*=UTF-8''%E0%A4%A`, "plain; name.csv"],
  ["attachment", ""],
  ["", ""],
]) {
  test(`${header || "no header"}`, () => assert.equal(attachmentName(header), name));
}
