import { addTarget, getTargets, removeTarget, replaceTarget } from "../../api/endpoints.js";
import { figureRows, leadFigure } from "../../logic/figure-rows.js";
import { readNumber } from "../../logic/number-text.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { agentChoices } from "../parts/agent-choices.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { targetValue } from "../parts/target.js";
import { section } from "./section.js";

/** @typedef {Api.Targets["targets"][number]} Target */

/** What people call a figure that may have a target. @param {string} figure */
const nameOf = (figure) => t(`kpi.${[leadFigure, ...figureRows].find((one) => one.figure === figure)?.id}.title`);

/** What the figures should reach: the targets that are set, and a form for one. @param {App} app */
export function createTargets(app) {
  const list = element("ul", { class: "targets", role: "list" });
  const figure = select([], "", unit, { dataset: { testid: "target-figure" } });
  const agent = select(agentChoices(app, t("targets.allAgents")), "", null,
    { dataset: { testid: "target-agent" } });
  const value = element("input",
    { type: "text", inputMode: "decimal", autocomplete: "off", maxLength: 20, dataset: { testid: "target-value" } });
  const fields = {
    figure: field(t("targets.figure"), figure), agent_id: field(t("targets.agent"), agent),
    value: field(t("targets.value"), value, { hint: " " }),
  };
  fields.agent_id.hidden = app.settings.agents.length < 2;
  const failure = element("p", { class: "field-error", role: "alert" });
  const keep = actionButton(t("targets.add"), store, { testid: "keep-target" });
  const leave = actionButton(t("targets.leave"), () => edit(null));
  const form = element("form", {
    class: "target-form", noValidate: true, on: { submit(/** @type {Event} */ event) {
      event.preventDefault();
      keep.click();
    } },
  }, Object.values(fields), failure, element("div", { class: "form-end" }, leave, keep));
  const node = section("targets", { title: t("targets.title"), text: t("targets.hint"), testid: "targets" }, list, form);
  /** @type {Api.Targets} */
  let known = { figures: [], targets: [] };
  /** @type {Target | null} */
  let edited = null;

  /** How the number is to be read. */
  function unit() {
    const found = known.figures.find((one) => one.figure === figure.value);
    const hint = fields.value.querySelector(".field-hint");
    if (found && hint) hint.textContent = t(`targets.units.${found.unit}`, { way: t(`targets.ways.${found.better}`) });
  }

  /** @param {Target | null} target */
  function edit(target) {
    edited = target;
    figure.value = target?.figure ?? known.figures[0]?.figure ?? "";
    agent.value = target?.agent_known ? target.agent_id ?? "" : "";
    value.value = target ? String(target.value).replace(".", t("targets.point")) : "";
    leave.hidden = !target;
    keep.textContent = t(target ? "targets.keep" : "targets.add");
    showErrors(null);
    unit();
    if (target) value.focus();
  }

  /** @param {any} error */
  function showErrors(error) {
    const name = error?.parameter ?? "";
    const wrong = Object.hasOwn(fields, name);
    for (const [key, one] of Object.entries(fields)) one.showError(key === name ? explain(error) : null);
    failure.textContent = error && !wrong ? explain(error) : "";
  }

  /** @param {() => Promise<unknown>} work @param {string} done */
  async function attempt(work, done) {
    try {
      await work();
      app.emit("toast", done);
      edit(null);
      await load();
      await app.refresh();
    } catch (error) {
      showErrors(error);
    }
  }

  function store() {
    const asked = { figure: figure.value, agent_id: agent.value || null, value: readNumber(value.value) };
    const target = edited;
    return attempt(() => (target ? replaceTarget(target.id, { ...asked, version: target.version }) : addTarget(asked)), t("targets.kept"));
  }

  /** @param {Target} target */
  function row(target) {
    const of = known.figures.find((one) => one.figure === target.figure);
    const name = nameOf(target.figure);
    const who = target.agent_id === null ? t("targets.allAgents")
      : target.agent_known ? app.agentName(target.agent_id) : t("targets.goneAgent", { agent: target.agent_id });
    return element("li", { class: "target-row", dataset: { testid: "target-row" } },
      element("span", {}, element("strong", {}, name), " ",
        t(`targets.ways.${of?.better ?? "up"}`), " ", targetValue(target.value, of?.unit ?? "percent"), " · ", foreign(who)),
      element("span", { class: "target-work" },
        element("button", { type: "button", class: "link-button", "aria-label": t("targets.changeOf", { name, who }),
          on: { click: () => edit(target) } }, t("targets.change")),
        element("button", { type: "button", class: "link-button", "aria-label": t("targets.removeOf", { name, who }),
          dataset: { testid: "remove-target" },
          on: { click: () => attempt(() => removeTarget(target.id, target.version), t("targets.removed")) } }, t("targets.remove"))));
  }

  async function load() {
    try {
      known = await getTargets();
    } catch (error) {
      return showErrors(error);
    }
    fill(list, known.targets.length ? known.targets.map(row) : element("li", { class: "muted" }, t("targets.none")));
    fill(figure, known.figures.map((one) => element("option", { value: one.figure }, nameOf(one.figure))));
    return edit(null);
  }

  load();
  return node;
}
