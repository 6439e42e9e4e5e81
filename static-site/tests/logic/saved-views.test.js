import assert from "node:assert/strict";
import { test } from "node:test";
import { keptOf, routeOfView, viewOf } from "../../scripts/logic/saved-views.js";
import { readRoute } from "../../scripts/state/route.js";

const views = [
  { id: 1, name: "Failed", filters: { outcome: "failure", weekday: "1,2" }, sort: null, columns: null },
  { id: 2, name: "Dear", filters: {}, sort: "-cost", columns: ["cost"] },
];

test("a route shows the view with its conditions and order", () => {
  assert.equal(viewOf(views, readRoute("?view=conversations&weekday=1,2&outcome=failure"))?.id, 1);
  assert.equal(viewOf(views, readRoute("?view=conversations&sort=-cost"))?.id, 2);
  assert.equal(viewOf(views, readRoute("?view=conversations&outcome=failure")), null);
  assert.equal(viewOf(views, readRoute("?view=conversations&weekday=1,2&outcome=failure&sort=cost")), null);
});

test("a view changes conditions and order, not agent and period", () => {
  const route = routeOfView(views[0], readRoute("?view=conversations&agent=a&month=2026-10&page=3&tool=x&conversation=c"));
  assert.deepEqual([route.agent, route.period, route.page, route.filters, route.conversation],
    ["a", { month: "2026-10" }, 1, views[0].filters, null]);
  assert.deepEqual(routeOfView(null, route).filters, {});
});

test("a telephone number is not kept", () => {
  assert.deepEqual(keptOf(readRoute("?phone=48501&outcome=success&view=conversations")),
    { filters: { outcome: "success" }, sort: null, columns: null });
});
