import { getSegments, getViews } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { pickedViews } from "../../logic/segments.js";
import { overlapOf, wordSegments } from "../../logic/segment-words.js";
import { openCounted, openView } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { pieces, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { keepFocus } from "../parts/keep-focus.js";
import { routeLink } from "../parts/links.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice, notice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";
import { createSegmentPicker } from "./segment-picker.js";
import { segmentTable } from "./segment-table.js";

/** @typedef {{ views: Api.Views["views"], picked: Array<Api.Views["views"][number] | null>, answer: Api.Segments | null }} Shown */

/** Two named views side by side, of the agents and days that are picked: what differs, and what may be said of it. @param {App} app */
export function createSegmentsView(app) {
  const headline = element("h1", { class: "criteria-lead", dataset: { testid: "segments-lead" } }, t("tabs.segments"));
  const more = element("p", { class: "criteria-more" });
  const picker = createSegmentPicker(app);
  const place = element("div", { class: "segments-place" }, skeletonTable(12));
  const node = element("section", { class: "segments-view" }, picker.node, headline, more, place);
  /** @type {string | null} */
  let shown = null;

  /** @type {ReturnType<typeof createLoader<Shown>>} */
  const loader = createLoader({
    start: () => place.setAttribute("aria-busy", "true"),
    show,
    fail(error) {
      place.removeAttribute("aria-busy");
      shown = null;
      head();
      fill(place, loadFailure("segments", error, update));
    },
  });

  /** @param {string} [words] @param {Child} [range] */
  function head(words = t("tabs.segments"), range = null) {
    headline.textContent = words;
    fill(more, range);
  }

  /** @param {Shown} found */
  function show({ views, picked, answer }) {
    place.removeAttribute("aria-busy");
    picker.show(views, picked);
    const ids = picked.map((view, at) => (view ? String(view.id) : app.route.segments[at]));
    if (ids.join() !== app.route.segments.join()) {
      // The address says what is compared, for whoever gets its link.
      shown = keyOf(ids);
      app.navigate({ ...app.route, segments: ids }, { replace: true });
    }
    if (!answer) {
      head();
      fill(place, missing(views, picked));
      return;
    }
    app.learnCriteria([answer.second, answer.first].flatMap(({ figures }) =>
      figures.criteria_stats.map(({ id, display_name: name }) => /** @type {[string, string | null]} */ ([id, name]))));
    head(wordSegments(answer), rangeOf(answer));
    app.emit("say", headline.textContent);
    const isEmpty = !answer.first.figures.total_conversations && !answer.second.figures.total_conversations;
    keepFocus(place, () => fill(place, isEmpty ? nothing() : [overlap(answer), segmentTable(app, answer)]));
  }

  /** Why there is nothing to compare, and the one thing to do. @param {Shown["views"]} views @param {Shown["picked"]} picked */
  function missing(views, [first, second]) {
    if (views.length < 2) {
      return emptyNotice(t(views.length ? "segments.onlyOne" : "segments.none"),
        t(app.mayWrite() ? "segments.howToSave" : "segments.ownerSaves"),
        { action: t("segments.toList"), onAction: () => app.navigate(openView(app.route, "conversations"), { focus: true }) });
    }
    if (first && first === second) return emptyNotice(t("segments.sameTwice"), t("segments.sameTwiceText"));
    const isGone = [first, second].some((view, at) => !view && app.route.segments[at]);
    return isGone
      ? emptyNotice(t("segments.gone"), t("segments.goneText"))
      : emptyNotice(t("segments.pickBoth"), t("segments.pickBothText"));
  }

  const nothing = () => emptyNotice(t("conversations.empty"), t("conversations.emptyText"), {
    action: t("conversations.showAll"), onAction: () => app.navigate({ ...app.route, period: { preset: "all_time" } }),
  });

  /** @param {Api.Segments} answer */
  function overlap(answer) {
    const kind = overlapOf(answer);
    if (!kind) return null;
    const { first, second, shared } = answer;
    const both = openCounted({ ...app.route, filters: first.filters }, second.filters);
    const text = format.count(shared);
    const count = both ? routeLink(app, both, { dataset: { testid: "segments-shared" } }, text) : text;
    return notice({
      title: pieces(`segments.shared.${kind}`,
        /** @type {any} */ ({ count: shared, shown: count, first: first.name, second: second.name })),
      text: t("segments.sharedText"),
    });
  }

  /** @param {Api.Segments} answer */
  function rangeOf({ from, to, first, second }) {
    const days = from && to ? format.days(from, to, app.today()) : t("period.all_time");
    return `${days} · ${t("verdict.counts", { now: first.figures.finished_count, count: second.figures.finished_count })}`;
  }

  const keyOf = (/** @type {string[]} */ ids) => JSON.stringify([app.periodQuery(), ids, app.revision]);

  function update() {
    const key = keyOf(app.route.segments);
    if (key === shown) return undefined;
    shown = key;
    return loader.load(async (abort) => {
      const { views } = await getViews({}, abort);
      const picked = pickedViews(views, app.route.segments);
      const [first, second] = picked;
      const answer = first && second && first !== second
        ? await getSegments({ ...app.periodQuery(), first: first.id, second: second.id }, abort)
        : null;
      return { views, picked, answer };
    });
  }

  return { node, update, destroy: loader.stop };
}
