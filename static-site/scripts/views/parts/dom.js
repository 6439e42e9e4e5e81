/**
 * Creates an element. `on` holds listeners, `dataset` data attributes; names with a dash and `role` become attributes,
 * everything else a property. Null, undefined and false mean "not set"; children may be nodes, text, arrays or empty.
 */
export function element(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat(Infinity).filter(isPresent));
  return node;
}

function setProp(node, name, value) {
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  } else if (name === "dataset") {
    Object.assign(node.dataset, value);
  } else if (name === "class") {
    node.className = [value].flat().filter(Boolean).join(" ");
  } else if (!isPresent(value)) {
    return;
  } else if (name.includes("-") || !(name in node) || name === "role" || name === "list") {
    node.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : value);
  } else {
    node[name] = value;
  }
}

const isPresent = (value) => value !== null && value !== undefined && value !== false;

/** Replaces what a node holds. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(isPresent));
  return node;
}

let lastId = 0;

/** An id that is new in this document, to tie labels and regions together. */
export const newId = (prefix) => `${prefix}-${++lastId}`;
