const namespace = "http://www.w3.org/2000/svg";

/**
 * An element of a drawing. @param {string} tag @param {Record<string, string | number | null>} attributes Null ones are left out.
 * @param {...(Node | string | null | false | Array<Node | null | false>)} children
 * @returns {SVGElement}
 */
export function shape(tag, attributes, ...children) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) node.setAttribute(name, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  node.append(...children.flat().filter((child) => child !== null && child !== false));
  return node;
}

/** A path through points, broken where one is missing. @param {Array<[number, number] | null>} points */
export function pathThrough(points) {
  let drawing = false;
  return points.map((point) => {
    const step = point && `${drawing ? "L" : "M"}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    drawing = point !== null;
    return step;
  }).filter(Boolean).join("");
}
