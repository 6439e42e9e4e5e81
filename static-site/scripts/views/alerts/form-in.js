import { element, fill } from "../parts/dom.js";

/**
 * Puts a form into its place: it goes when it is left, or when what it holds is kept, which is said.
 * @param {App} app @param {HTMLElement} place @param {Child} title @param {(work: FormWork) => Child} form
 * @param {{ said: (name: string) => string, again: () => Promise<unknown> }} after
 */
export function formIn(app, place, title, form, { said, again }) {
  const left = () => fill(place);
  fill(place, element("h3", {}, title), form({
    left,
    async kept(name) {
      app.emit("toast", said(name));
      left();
      await again();
    },
  }));
  place.scrollIntoView({ block: "nearest" });
  place.querySelector("input")?.focus();
}

/** @typedef {{ left: () => unknown, kept: (name: string) => unknown }} FormWork */
