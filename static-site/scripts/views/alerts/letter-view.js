import { element } from "../parts/dom.js";

const known = new Set(["TABLE", "TBODY", "TR", "TD", "TH", "P", "H1", "H2", "SPAN", "A", "IMG", "BR"]);

/** A sheet is as narrow as a phone; the same as the letter itself says for phones. */
const narrow = ".pad { padding: 20px !important; } .verdict { font-size: 20px !important; line-height: 27px !important; } "
  + "@media (max-width: 520px) { .wide { display: none !important; } td, p span { white-space: normal !important; } }";

/**
 * A letter's HTML, built anew from the elements that letters have, in a place of its own where the page's styles do not reach: no frame,
 * which the page's policy forbids, and nothing of it can run.
 * @param {string} html
 */
export function letterView(html) {
  const letter = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const node = element("div", { class: "letter", dataset: { testid: "letter" } });
  const place = node.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(narrow);
  place.adoptedStyleSheets = [sheet];
  place.append(...built(letter.body));
  return node;
}

/** Styles in a text that is read are refused by the page's policy; those that are set are not. @param {string} html */
const withoutStyles = (html) => html.replace(/<style>[^]*?<\/style>/, "").replaceAll(/\sstyle="/g, ' data-style="');

/** @param {Node} parent @returns {Node[]} */
const built = (parent) => [...parent.childNodes].map(one).filter((node) => node !== null);

/** @param {Node} child @returns {Node | null} */
function one(child) {
  if (child.nodeType === Node.TEXT_NODE) return document.createTextNode(child.textContent ?? "");
  return child instanceof HTMLElement && known.has(child.tagName) ? copy(child) : null;
}

/** @param {HTMLElement} from */
function copy(from) {
  const to = document.createElement(from.tagName);
  to.style.cssText = from.dataset.style ?? "";
  for (const name of ["class", "width", "height", "align", "cellpadding", "cellspacing", "role", "alt"]) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
  const [href, src] = [from.getAttribute("href") ?? "", from.getAttribute("src") ?? ""];
  if (to instanceof HTMLAnchorElement && /^https?:/.test(href)) Object.assign(to, { href, target: "_blank", rel: "noopener" });
  if (to instanceof HTMLImageElement && src.startsWith("data:image/png;base64,")) to.src = src;
  to.append(...built(from));
  return to;
}
