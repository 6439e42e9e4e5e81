const roles = ["success", "failure", "unknown", "inbound", "outbound", "other", "chart-1", "chart-2", "chart-3", "surface", "text", "text-soft", "line"];

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
