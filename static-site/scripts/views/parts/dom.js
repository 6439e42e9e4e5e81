/**
 * Creates an element. `on` holds listeners, `dataset` data attributes; names with a dash and `role` become attributes,
 * everything else a property. Null, undefined and false mean "not set"; children may be nodes, text, arrays or empty.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...present(children));
  return node;
}

/** @param {any} node @param {string} name @param {any} value */
function setProp(node, name, value) {
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  } else if (name === "dataset") {
    Object.assign(node.dataset, value);
  } else if (name === "class") {
    node.className = [value].flat().filter(Boolean).join(" ");
  } else if (!isPresent(value)) {
    return;
  } else if (name.includes("-") || !Reflect.has(node, name) || name === "role" || name === "list") {
    node.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : value);
  } else {
    node[name] = value;
  }
}

/** @param {unknown} value */
const isPresent = (value) => value !== null && value !== undefined && value !== false;

/** @param {any[]} children @returns {Array<Node | string>} */
const present = (children) => children.flat(Infinity).filter(isPresent);

/** Replaces what a node holds. @template {Element} T @param {T} node @param {...Child} children */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
  return node;
}

/** A text that others wrote, in whatever direction it runs; it does not turn what stands beside it. @param {...Child} content */
export const foreign = (...content) => element("bdi", { dir: "auto" }, ...content);

let lastId = 0;

/** An id that is new in this document, to tie labels and regions together. @param {string} prefix */
export const newId = (prefix) => `${prefix}-${++lastId}`;
