const namespace = "http://www.w3.org/2000/svg";

/** Strokes in a 16 × 16 box, 1.6 wide. @type {Record<string, string>} */
const shapes = {
  refresh: "M13.3 7.3a5.3 5.3 0 1 0-1.5 4.2M13.3 3.3v4h-4",
  moon: "M13.3 9.7A5.7 5.7 0 0 1 6.3 2.7a5.7 5.7 0 1 0 7 7z",
  sun: "M8 5.3a2.7 2.7 0 1 0 0 5.3 2.7 2.7 0 0 0 0-5.3zM8 1.3v1.3M8 13.3v1.3M1.3 8h1.3M13.3 8h1.3M3.3 3.3l0.9 0.9M11.7 11.7 12.7 "
    + "12.7M12.7 3.3l-0.9 0.9M4.3 11.7 3.3 12.7",
  auto: "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM8 2v12M8 5.3l3.3-1.3M8 8.7l5.3-1.3M8 12l4-1.3",
  left: "M10 3.5 5.5 8l4.5 4.5",
  right: "M6 3.5 10.5 8 6 12.5",
  close: "M4 4l8 8M12 4l-8 8",
  down: "M4 6l4 4 4-4",
  link: "M6.7 9.3a2.7 2.7 0 0 0 4 0.3l2-2a2.7 2.7 0 0 0-4-4l-1 1M9.3 6.7a2.7 2.7 0 0 0-4-0.3l-2 2a2.7 2.7 0 0 0 4 4l1-1",
  columns: "M2.7 2.7h10.7v10.7H2.7zM6.7 2.7v10.7M10 2.7v10.7",
  play: "M4.7 2.7l8.7 5.3-8.7 5.3z",
  pause: "M5.3 3.3v9.3M10.7 3.3v9.3",
  eye: "M1.3 8c2-3.3 4.3-4.7 6.7-4.7s4.7 1.3 6.7 4.7c-2 3.3-4.3 4.7-6.7 4.7s-4.7-1.3-6.7-4.7zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  lock: "M4 7.3h8v6H4zM5.3 7.3V5.3a2.7 2.7 0 0 1 5.3 0v2",
  search: "M7 2.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2zM10.4 10.4l3.4 3.4",
  info: "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM8 7.3v3.3M8 5.1v0.3",
  check: "M3 8.6l3.2 3.2L13 4.8",
  cross: "M4 4l8 8M12 4l-8 8",
  question: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.2 6.4a1.8 1.8 0 1 1 2.7 1.5c-.6.4-.9.7-.9 1.2M8 11.2v.1",
  inbound: "M12.7 3.3 4 12M4 6v6h6",
  outbound: "M3.3 12.7 12 4M6 4h6v6",
  web: "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM2 8h12M8 2c2 2 2 10 0 12M8 2c-2 2-2 10 0 12",
  text: "M2.7 3.3h10.7v7.3H6l-3.3 2.7z",
  phone: "M4 2h2l1.3 3.3-1.7 1a7.3 7.3 0 0 0 4 4L10.7 8.7l3.3 1.3v2a2 2 0 0 1-2 2C6.7 14 2 9.3 2 4a2 2 0 0 1 2-2z",
  download: "M8 2.7v7.3M4.7 7.3l3.3 3.3 3.3-3.3M2.7 13.3h10.7",
  transfer: "M2.7 5.3h8.7M8.7 2.7l2.7 2.7-2.7 2.7M13.3 10.7H4.7M7.3 8l-2.7 2.7 2.7 2.7",
  drop: "M2.7 9.3c2.7-3.3 8-3.3 10.7 0l-2 1.3-2-1.3v-1.3h-2.7v1.3l-2 1.3zM8 2v3.3M6 3.7 8 5.3l2-1.7",
  warning: "M8 2 1.3 13.3h13.3zM8 6.7v2.7M8 11.3v0.3",
  sync: "M2.3 6.9A5.8 5.8 0 0 1 12.9 5M13.4 2.2v3h-3M13.7 9.1A5.8 5.8 0 0 1 3.1 11M2.6 13.8v-3h3",
  archive: "M2 3.3h12v2.7H2zM3.3 6v6.7h9.3V6M6.7 8.7h2.7",
  copy: "M6 6h7.3v7.3H6zM3.3 10H2.7V2.7h7.3v0.7",
  table: "M2 3.3h12v9.3H2zM2 6.7h12M2 10h12M6.7 3.3v9.3",
  chart: "M2.7 2.7v10.7h10.7M5.3 10.7v-2.7M8 10.7V5.3M10.7 10.7v-4",
  star: "M8 2.3l1.7 3.6 3.9 0.5-2.9 2.7 0.7 3.9-3.5-1.9-3.5 1.9 0.7-3.9L2.3 6.5l3.9-0.5z",
  tool: "M9.3 4a2.7 2.7 0 0 0 3.5 3.5l0.9 0.9-4.7 4.7-1.3-1.3-1.3 1.3-2-2 1.3-1.3-1.3-1.3 4.7-4.7z",
  bot: "M3.3 5.3h9.3v7.3H3.3zM8 2.7v2.7M6 8.7v0.7M10 8.7v0.7M1.3 8v2.7M14.7 8v2.7",
  user: "M8 2.7a2.7 2.7 0 1 0 0 5.3 2.7 2.7 0 0 0 0-5.3zM2.7 14c0.7-3.3 2.7-4.7 5.3-4.7s4.7 1.3 5.3 4.7",
  home: "M2.5 7 8 2.4 13.5 7v6a.8.8 0 0 1-.8.8H3.3a.8.8 0 0 1-.8-.8zM6.3 13.6V9.4h3.4v4.2",
  inbox: "M1.8 8.9 4 3h8l2.2 5.9v3.7a.8.8 0 0 1-.8.8H2.6a.8.8 0 0 1-.8-.8zM1.8 8.9h3.6l.9 1.8h3.4l.9-1.8h3.6",
  chat: "M3.3 2.8h9.4a.8.8 0 0 1 .8.8v6.6a.8.8 0 0 1-.8.8H7.2l-2.9 2.4V11h-1a.8.8 0 0 1-.8-.8V3.6a.8.8 0 0 1 .8-.8z",
  checklist: "M1.8 4.1 3 5.3l2.2-2.4M1.8 8.6 3 9.8l2.2-2.4M8 4.2h6.2M8 8.6h6.2M8 13h6.2M2 13h2.6",
  report: "M4 1.8h5.2L12.6 5v8.4a.8.8 0 0 1-.8.8H4a.8.8 0 0 1-.8-.8V2.6a.8.8 0 0 1 .8-.8zM9 2v3.3h3.4M5.6 8.4h4.6M5.6 11.2h4.6",
  settings: "M8 3.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8zM8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zM8 1.4v2.2M8 12.4v2.2M1.4 "
    + "8h2.2M12.4 8h2.2M3.3 3.3l1.6 1.6M11.1 11.1l1.6 1.6M12.7 3.3l-1.6 1.6M4.9 11.1l-1.6 1.6",
  calendar: "M2.3 3.3h11.4v10.4H2.3zM2.3 6.6h11.4M5.2 1.8v2.6M10.8 1.8v2.6",
  print: "M4.4 6V2h7.2v4M4.4 11.6H2.6a.8.8 0 0 1-.8-.8V6.8A.8.8 0 0 1 2.6 6h10.8a.8.8 0 0 1 .8.8v4a.8.8 0 0 1-.8.8h-1.8M4.4 "
    + "9.4h7.2V14H4.4z",
  more: "M2.8 8h.4M7.8 8h.4M12.8 8h.4",
  plus: "M8 3v10M3 8h10",
  filter: "M2 4h12M4 8h8M6.4 12h3.2",
  up: "M4 10l4-4 4 4",
  leave: "M6 2.4H3.2a.8.8 0 0 0-.8.8v9.6a.8.8 0 0 0 .8.8H6M6.4 8h7.2M10.6 5l3 3-3 3",
  key: "M5 8.4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM7 9.2l6.4-6.4M10.6 5.6l2 2M12.4 3.8l1.2 1.2",
  disk: "M3.6 3h8.8l1.8 6v3.2a.8.8 0 0 1-.8.8H2.6a.8.8 0 0 1-.8-.8V9zM1.8 9h12.4M11 11.1h.6",
  money: "M1.8 4.2h12.4v7.6H1.8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM4.2 8h.01M11.8 8h.01",
  bell: "M4 11.2V7a4 4 0 0 1 8 0v4.2l1.2 1.2H2.8zM6.6 14.2h2.8",
  clock: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 4.8V8l2.2 1.4",
  keyboard: "M1.8 4h12.4v8.4H1.8zM4.4 6.6h.01M6.8 6.6h.01M9.2 6.6h.01M11.6 6.6h.01M4.6 9.8h6.8",
  arrow: "M3 8h10M9 4l4 4-4 4",
};

/** A decorative icon: what it means is said in text beside it or by the control's label. @param {string} name */
export const icon = (name) => drawing({ viewBox: "0 0 16 16", class: `icon icon-${name}` }, shape("path", { d: shapes[name] }));

/** The product's sign, as in icons/voicebot.svg, but without a request of its own. @param {number} size */
export const brand = (size) => drawing({ viewBox: "0 0 64 64", class: "brand-sign", width: size, height: size },
  shape("rect", { width: 64, height: 64, rx: 16, fill: "#2346c4" }),
  shape("path", { d: "M20 27v10M28 17v30M36 23v18M44 29v6", fill: "none", stroke: "#fff", "stroke-width": 5, "stroke-linecap": "round" }));

/** @param {Record<string, string | number>} attributes @param {...(SVGElement | SVGElement[])} shapes */
const drawing = (attributes, ...shapes) => shape("svg", { "aria-hidden": "true", focusable: "false", ...attributes }, ...shapes);

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(SVGElement | SVGElement[])} children */
function shape(tag, attributes, ...children) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children.flat());
  return node;
}
