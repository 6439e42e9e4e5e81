import { sharedPeriods } from "../../logic/share-link.js";
import { t } from "../../texts/translate.js";
import { copyText } from "../parts/copy.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { createPopover } from "../parts/popover.js";
import { periodName } from "./period-picker.js";

/**
 * A link to what is shown: to the period as it is called, which moves on with time, or to its days.
 * @param {App} app @param {AbortSignal} signal
 */
export function createLinkMenu(app, signal) {
  const list = element("div", { class: "menu-choices" });
  const popover = createPopover({
    label: t("toolbar.copyLink"), testid: "copy-link", sign: "link", atEnd: true,
    content: [element("p", { class: "field-hint" }, t("share.hint")), list], instead: copyOnly,
  }, signal);

  /** @type {string | null} */
  let offered = null;

  const shared = () =>
    /** @type {Array<["relative" | "fixed", Period]>} */ (Object.entries(sharedPeriods(app.route.period, app.today()))
      .filter(([, period]) => period));

  /** Where there is nothing to choose. */
  function copyOnly() {
    const choices = shared();
    if (choices.length === 1) copy(...choices[0]);
    return choices.length === 1;
  }

  /** @param {"relative" | "fixed"} kind @param {Period} period */
  function copy(kind, period) {
    const address = new URL(app.href({ ...app.route, period }), location.href);
    if (kind === "relative") address.searchParams.set("period", period.preset ?? ""); // said even where it goes without saying
    copyText(app, address.href, t(`share.copied.${kind}`, { period: periodName(period, app.today()) }));
  }

  /** @param {"relative" | "fixed"} kind @param {Period} period */
  const choice = (kind, period) => element("button", {
    type: "button", class: "menu-choice", dataset: { testid: `copy-${kind}` },
    on: {
      click() {
        popover.close();
        copy(kind, period);
      },
    },
  }, icon(kind === "relative" ? "refresh" : "lock"), element("span", {}, t(`share.${kind}`, { period: periodName(period, app.today()) })));

  return {
    node: popover.node,
    /** Only when something else is to choose, so that nobody clicks what is being replaced. */
    update() {
      const choices = shared();
      const key = JSON.stringify(choices);
      if (key === offered) return;
      offered = key;
      fill(list, choices.map(([kind, period]) => choice(kind, period)));
    },
  };
}
