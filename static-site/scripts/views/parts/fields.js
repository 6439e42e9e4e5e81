import { element, newId } from "./dom.js";

/**
 * A labelled control; `hint` is tied to it, and `showError` marks it wrong.
 * @template {HTMLElement} T
 * @param {string} label
 * @param {T} control
 * @param {{ hint?: Child, hidden?: boolean }} [options]
 */
export function field(label, control, { hint, hidden = false } = {}) {
  control.id ||= newId("field");
  const hintNode = hint ? element("p", { class: "field-hint", id: `${control.id}-hint` }, hint) : null;
  const errorNode = element("p", { class: "field-error", id: `${control.id}-error`, hidden: true });
  control.setAttribute("aria-describedby", [hintNode?.id, errorNode.id].filter(Boolean).join(" "));
  const node = element("div", { class: "field" },
    element("label", { htmlFor: control.id, class: hidden && "visually-hidden" }, label), control, hintNode, errorNode);
  return Object.assign(node, {
    control,
    /** @param {string | null} text */
    showError(text) {
      errorNode.textContent = text ?? "";
      errorNode.hidden = !text;
      if (text) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    },
  });
}

/**
 * `options` are [value, text] pairs.
 * @param {string[][]} options @param {string | null} value @param {((value: string) => void) | null} [onChange] @param
 * {Record<string, any>} [props]
 */
export function select(options, value, onChange, props = {}) {
  const node = element("select", { ...props, on: { change: () => onChange?.(node.value) } },
    options.map(([key, text]) => element("option", { value: key, dir: "auto" }, text)));
  node.value = value ?? "";
  return node;
}

/**
 * @param {Child} label @param {boolean} checked @param {((on: boolean) => void) | null} [onChange] @param {Record<string, any>} [props]
 */
export function checkbox(label, checked, onChange, props = {}) {
  const input = element("input", { type: "checkbox", checked, ...props, on: { change: () => onChange?.(input.checked) } });
  return Object.assign(element("label", { class: "check" }, input, element("span", {}, label)), { input });
}

/**
 * A button that shows that it works and cannot be pressed twice.
 * @param {string | null} label
 * @param {() => unknown} work
 * @param {{ primary?: boolean, testid?: string, before?: Node | null }} [options]
 */
export function actionButton(label, work, { primary = false, testid, before = null } = {}) {
  const button = element("button", {
    type: "button", class: ["button", primary && "button-primary"], dataset: testid ? { testid } : {},
    on: {
      async click() {
        if (button.getAttribute("aria-busy") === "true") return;
        button.setAttribute("aria-busy", "true");
        try {
          await work();
        } finally {
          button.removeAttribute("aria-busy");
        }
      },
    },
  }, [before, label].filter((part) => part !== null));
  return button;
}
