import { element } from "../parts/dom.js";
import { openView, views } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { routeLink } from "../parts/links.js";

/** Links in the role of tabs: arrows move between them, Enter and Space open, a modifier opens a browser tab. @param {App} app */
export function createTabs(app) {
  const node = element("div", { class: "tabs", role: "tablist", "aria-label": t("tabs.label"), on: { keydown } });

  /** @param {any} event */
  function keydown(event) {
    const tabs = /** @type {HTMLElement[]} */ ([...node.children]);
    const at = tabs.indexOf(event.target.closest("[role=tab]"));
    /** @type {Record<string, number>} */
    const targets = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    if (Object.hasOwn(targets, event.key)) tabs.at(targets[event.key] % tabs.length)?.focus();
    else if (event.key === " ") event.target.click();
    else return;
    event.preventDefault();
  }

  /** @param {string} view */
  function makeTab(view) {
    const picked = app.route.view === view;
    return routeLink(app, openView(app.route, view), {
      id: `tab-${view}`, class: "tab", role: "tab", "aria-selected": String(picked), "aria-controls": picked ? `panel-${view}` : null,
      tabIndex: picked ? 0 : -1, dataset: { testid: `tab-${view}` },
      on: { click: keepFocusHere },
    }, t(`tabs.${view}`));
  }

  /** @param {any} event */
  function keepFocusHere(event) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.navigate(app.readHref(event.currentTarget.getAttribute("href")));
  }

  return {
    node,
    update() {
      const focused = node.contains(document.activeElement);
      node.replaceChildren(...views.map(makeTab));
      const picked = /** @type {HTMLElement} */ (node.querySelector("[aria-selected=true]"));
      if (focused) picked.focus();
      picked.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    },
  };
}
