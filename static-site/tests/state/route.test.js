import assert from "node:assert/strict";
import { test } from "node:test";
import { filterNames } from "../../scripts/state/filters.js";
import { defaultSort, openConversations, openCounted, openView, readRoute, views, withFilters, writeRoute }
  from "../../scripts/state/route.js";

test("an empty address is the dashboard of this month, and is written as empty", () => {
  const route = readRoute("");
  assert.deepEqual(route, {
    view: "dashboard", agent: "", period: { preset: "this_month" }, compare: true, filters: {}, page: 1, perPage: 50, sort: defaultSort,
    conversation: null, segments: ["", ""],
  });
  assert.equal(writeRoute(route), "?");
});

test("what is written reads back the same", () => {
  const filters = Object.fromEntries(filterNames.map((name, index) => [name, `ż&=?#+ %2B${index}`]));
  for (const period of [{ preset: "all_time" }, { month: "2024-02" }, { from: "2026-01-01", to: "2026-01-31" }]) {
    for (const view of views) {
      const route = {
        view, agent: "a,b c", period, compare: false, page: 3, perPage: 200, sort: "duration", conversation: "conv_1/ü",
        filters: view === "conversations" ? filters : {}, segments: view === "segments" ? ["7", "12"] : ["", ""],
      };
      const read = readRoute(writeRoute(route));
      assert.deepEqual(read, view === "conversations" ? route : { ...route, page: 1, perPage: 50, sort: defaultSort });
    }
  }
});

test("what makes no sense in an address is as if it were not there", () => {
  for (const search of ["?view=constructor", "?view=__proto__", "?page=0", "?page=-3", "?page=x", "?per_page=7", "?per_page=1e9",
    "?month=2026-13", "?period=toString",
    "?first=x&second=-1", "?first=0&second=1e3", "?first=07&second=12345678901",
    "?from=2026-11-02&to=2026-11-01", "?from=2026-11-02", "?from=x&to=y"]) {
    assert.deepEqual(readRoute(search), readRoute(""), search);
  }
});

test("a page number loses its fraction, a month comes before a range", () => {
  assert.equal(readRoute("?page=2.9").page, 2);
  assert.deepEqual(readRoute("?month=2026-10&from=2026-01-01&to=2026-01-02").period, { month: "2026-10" });
  assert.deepEqual(readRoute("?from=2026-01-02&to=2026-01-02").period, { from: "2026-01-02", to: "2026-01-02" });
});

test("unknown conditions are not kept", () => {
  assert.deepEqual(readRoute("?view=conversations&constructor=1&__proto__=2&tool=constructor").filters, { tool: "constructor" });
});

test("another view keeps agent, period and conditions, where these narrow it", () => {
  const from = readRoute("?view=conversations&agent=a&month=2026-10&tool=x&page=4&sort=cost&conversation=c");
  const to = openView(from, "criteria");
  assert.deepEqual([to.view, to.agent, to.period, to.filters, to.page, to.sort, to.conversation],
    ["criteria", "a", { month: "2026-10" }, { tool: "x" }, 1, defaultSort, null]);
  assert.equal(writeRoute(openView(from, "dashboard")), "?agent=a&month=2026-10&tool=x");
  assert.deepEqual(openView(from, "settings").filters, {});
  assert.equal(writeRoute({ ...from, view: "sync" }), "?view=sync&agent=a&month=2026-10&conversation=c");
});

test("the conversations that a figure counts meet the page's conditions, too", () => {
  const from = readRoute("?month=2026-10&direction=outbound,inbound&tool=x");
  assert.deepEqual(openCounted(from, { direction: "outbound", dropout: "true" }).filters,
    { direction: "outbound", tool: "x", dropout: "true" });
  assert.equal(openCounted(from, { direction: "other" }), null);
});

test("the conversations behind a figure have its conditions, and its day where it has one", () => {
  const from = readRoute("?month=2026-10");
  assert.deepEqual(openConversations(from, { dropout: "true" }).filters, { dropout: "true" });
  assert.deepEqual(openConversations(from, {}).period, { month: "2026-10" });
  assert.deepEqual(openConversations(from, {}, { from: "2026-10-05", to: "2026-10-05" }).period, { from: "2026-10-05", to: "2026-10-05" });
});

test("a changed condition starts at the first page; an emptied one is gone", () => {
  const from = readRoute("?view=conversations&tool=x&outcome=failure&page=4");
  const to = withFilters(from, { tool: "", status: "done" });
  assert.deepEqual([to.page, to.filters], [1, { outcome: "failure", status: "done" }]);
  assert.deepEqual(from.filters, { tool: "x", outcome: "failure" }, "the given route stays as it was");
});
