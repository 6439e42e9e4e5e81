const namespace = "http://www.w3.org/2000/svg";

/** Strokes in a 24 × 24 box. @type {Record<string, string>} */
const shapes = {
  refresh: "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19",
  auto: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 8l5-2M12 13l8-2M12 18l6-2",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  close: "M6 6l12 12M18 6 6 18",
  down: "M5 9l7 7 7-7",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1.5-1.5",
  columns: "M4 4h16v16H4zM10 4v16M15 4v16",
  play: "M7 4l13 8-13 8z",
  pause: "M8 5v14M16 5v14",
  eye: "M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  lock: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.6v.4",
  check: "M4 12.5l5.5 5.5L20 7",
  cross: "M6 6l12 12M18 6 6 18",
  question: "M9 9.2a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.2-1.4 2.2M12 17.6v.4",
  inbound: "M19 5 6 18M6 9v9h9",
  outbound: "M5 19 18 6M9 6h9v9",
  web: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
  text: "M4 5h16v11H9l-5 4z",
  phone: "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  transfer: "M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4",
  drop: "M4 14c4-5 12-5 16 0l-3 2-3-2v-2h-4v2l-3 2zM12 3v5M9 5.5 12 8l3-2.5",
  warning: "M12 3 2 20h20zM12 10v4M12 17v.4",
  sync: "M4 12a8 8 0 0 1 13.7-5.6L20 9M20 4v5h-5M20 12a8 8 0 0 1-13.7 5.6L4 15M4 20v-5h5",
  archive: "M3 5h18v4H3zM5 9v10h14V9M10 13h4",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  table: "M3 5h18v14H3zM3 10h18M3 15h18M10 5v14",
  chart: "M4 4v16h16M8 16v-4M12 16V8M16 16v-6",
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8z",
  tool: "M14 6a4 4 0 0 0 5.2 5.2l1.3 1.3-7 7-2-2-2 2-3-3 2-2-2-2 7-7z",
  bot: "M5 8h14v11H5zM12 4v4M9 13v1M15 13v1M2 12v4M22 12v4",
  user: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-7 8-7s7 2 8 7",
};

/** A decorative icon: what it means is said in text beside it or by the control's label. @param {string} name */
export const icon = (name) => drawing({ viewBox: "0 0 24 24", class: `icon icon-${name}` }, shape("path", { d: shapes[name] }));

/** The product's sign, as in icons/voicebot.svg, but without a request of its own. @param {number} size */
export const brand = (size) => drawing({ viewBox: "0 0 64 64", class: "brand-sign", width: size, height: size },
  shape("rect", { x: 2, y: 2, width: 60, height: 60, rx: 16, fill: "#1f4fd8" }),
  shape("path", { d: "M18 16h28a7 7 0 0 1 7 7v16a7 7 0 0 1-7 7H33l-10 9v-9h-5a7 7 0 0 1-7-7V23a7 7 0 0 1 7-7z", fill: "#fff" }),
  ["M20 28v6", "M28 23v16", "M36 26v10", "M44 29v4"].map((d, index) =>
    shape("path", { d, stroke: index === 2 ? "#0c9a7b" : "#1f4fd8", "stroke-width": 4, "stroke-linecap": "round" })));

/** @param {Record<string, string | number>} attributes @param {...(SVGElement | SVGElement[])} shapes */
const drawing = (attributes, ...shapes) => shape("svg", { "aria-hidden": "true", focusable: "false", ...attributes }, ...shapes);

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(SVGElement | SVGElement[])} children */
function shape(tag, attributes, ...children) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children.flat());
  return node;
}
