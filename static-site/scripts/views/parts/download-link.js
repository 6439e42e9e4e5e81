import { getFile, isElsewhere } from "../../api/api.js";
import { element } from "./dom.js";

/** The browser begins to save at once; some read the file only then. */
const keptMilliseconds = 60_000;

/**
 * A link to a file of the API, which the browser streams to disk however large it is. A page on another site fetches the file first,
 * because a link cannot carry its token.
 * @param {App} app @param {Record<string, any>} props @param {...Child} content
 */
export function downloadLink(app, props, ...content) {
  const link = element("a",
    { ...props, download: "", on: { click: (/** @type {Event} */ event) => isElsewhere() && save(event) } }, content);

  /** @param {Event} event */
  async function save(event) {
    event.preventDefault();
    if (!link.href || link.getAttribute("aria-busy") === "true") return;
    link.setAttribute("aria-busy", "true");
    try {
      handOver(await getFile(link.href));
    } catch (error) {
      app.emit("failed", error);
    } finally {
      link.removeAttribute("aria-busy");
    }
  }

  return link;
}

/** Gives a file to the browser to save. @param {{ blob: Blob, name: string }} file */
export function handOver({ blob, name }) {
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), keptMilliseconds);
}
