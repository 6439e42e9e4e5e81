import assert from "node:assert/strict";
import { test } from "node:test";
import { knownZone } from "../../scripts/logic/zone.js";

test("zones that the browser knows stay, old names included", () => {
  for (const zone of ["Europe/Warsaw", "UTC", "Asia/Calcutta", "Europe/Kiev", "America/Buenos_Aires", "Asia/Kolkata", "Europe/Kyiv"])
    assert.equal(knownZone(zone), zone);
});

test("others are shown in UTC", () => {
  for (const zone of ["Mars/Base", "", "Europe/Warsaw ", "constructor"]) assert.equal(knownZone(zone), "UTC");
});
