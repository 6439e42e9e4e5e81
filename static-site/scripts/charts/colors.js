/** What charts are drawn in, by the names of the roles in vars.css. */
const roles = ["data-success", "data-failure", "data-unknown", "data-unknown-line", "data-main", "data-ghost", "heat-3", "bg", "text",
  "text-2", "text-3", "good", "bad", "grid", "axis"];

/**
 * The colours of the current theme. A custom property reads back as it was written, light-dark() and all,
 * so a probe that uses it is asked instead.
 */
export function readColors() {
  const probe = document.createElement("span");
  document.body.append(probe);
  /** @type {Record<string, string>} */
  const colors = {};
  for (const role of roles) {
    probe.style.color = `var(--${role})`;
    colors[role] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colors;
}
