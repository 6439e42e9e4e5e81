import { element, fill } from "../parts/dom.js";
import { saveSettings } from "../../api/endpoints.js";
import { setTheme, theme, themes } from "../../state/theme.js";
import { explain } from "../../texts/explain.js";
import { language, languages, t } from "../../texts/translate.js";
import { offer } from "../setup/key-step.js";
import { regionName, regionNote } from "../setup/region-step.js";
import { regionOf } from "../../logic/regions.js";
import { createAgentPicker } from "./agent-picker.js";
import { actionButton, field, select } from "../parts/fields.js";
import { notice } from "../parts/notices.js";
import { createAuditLog } from "./audit-log.js";
import { createPersonData } from "./person-data.js";
import { createSaveBar } from "./save-bar.js";
import { section } from "./section.js";
import { createRulesFile } from "./rules-file.js";
import { createPrivacySettings } from "./settings-privacy.js";
import { createTargets } from "./targets.js";
import { createZoneField } from "./zone-field.js";

/** @param {App} app @param {AbortSignal} signal */
export function createSettingsView(app, signal) {
  const place = element("div", { class: "settings" });
  const node = element("section", {}, element("div", { class: "view-head" }, element("h1", {}, t("tabs.settings"))), place);
  const appearance = createAppearance(app, signal);
  let isMade = false;

  function update() {
    if (isMade) return;
    isMade = true;
    const form = app.mayWrite() && createForm(app, made);
    fill(place, form || notice({ text: t("signIn.viewer") }), form && [createTargets(app), createRulesFile(app)], appearance,
      form && [createPersonData(app), createAuditLog(app).nodes]);
  }

  function made() {
    isMade = false;
    update();
  }

  return { node, update };
}

/** @param {App} app @param {() => void} saved */
function createForm(app, saved) {
  const { settings } = app;
  /** @param {string} source */
  const fixed = (source) => source === "environment";
  const key = element("input", {
    type: "password", autocomplete: "off", spellcheck: false, dataset: { testid: "api-key" }, disabled: fixed(settings.api_key_source),
    placeholder: settings.api_key_set ? settings.api_key_masked : t("settings.keyPlaceholder"),
  });
  const keyField = field(t("settings.key"), key, { hint: keyHint(settings) });
  const baseUrls = [...new Set([...settings.base_urls, settings.base_url])];
  const baseUrl = select(baseUrls.map((url) => [url, regionOf(url) ? `${regionName(url)} – ${regionNote(url)}` : url]),
    settings.base_url, null,
    { disabled: fixed(settings.base_url_source), dataset: { testid: "base-url" } });
  const baseField = field(t("settings.baseUrl"), baseUrl,
    { hint: t(fixed(settings.base_url_source) ? "settings.fromEnvironment" : "settings.baseUrlHint") });
  const webhook = element("input", { type: "password", autocomplete: "off", spellcheck: false, dataset: { testid: "webhook-secret" } });
  const webhookField = field(t("settings.webhookSecret"), webhook, {
    hint: t(settings.webhook_secret_set ? "settings.webhookOn" : "settings.webhookOff"),
  });
  const agents = createAgentPicker(app, { retire: true });
  const zone = createZoneField(settings.time_zone, { disabled: fixed(settings.time_zone_source) });
  const privacy = createPrivacySettings(settings);
  /** @type {Record<string, ReturnType<typeof field>>} */
  const fields = {
    api_key: keyField, webhook_secret: webhookField, base_url: baseField, time_zone: zone, agents: agents.typedField,
    agent_id: agents.typedField, ...privacy.fields,
  };
  const answer = element("div", { class: "view-message" });
  const test = actionButton(t("settings.test"), testKey, { testid: "test-key" });

  /** @param {Record<string, unknown>} changes */
  async function store(changes) {
    for (const one of Object.values(fields)) one.showError(null);
    try {
      await saveSettings(changes);
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  }

  /** @param {any} error */
  function showProblem(error) {
    if (error.keyRegion) return offerRegion(error.keyRegion);
    const name = error.parameter?.replace(/[[.].*$/, "") ?? "";
    const wrong = Object.hasOwn(fields, name) ? fields[name] : null;
    if (!wrong) return fill(answer, notice({ tone: "error", title: t("settings.notSaved"), text: explain(error) }));
    wrong.showError(explain(error));
    return wrong.control.focus();
  }

  /** The key works elsewhere: one click tests and stores it there. @param {string} region */
  function offerRegion(region) {
    const use = actionButton(t("wizard.switchRegion", { region: regionName(region) }), () => {
      baseUrl.value = region;
      fill(answer);
      return testKey();
    }, { primary: true, testid: "switch-region" });
    fill(answer, offer(region, baseUrl.value, use, () => {
      fill(answer);
      key.value = "";
      key.focus();
    }));
    return use.focus();
  }

  /** A typed key is stored when ElevenLabs takes it; one that is refused changes nothing. */
  async function testKey() {
    const changes = {
      ...(key.value.trim() && { api_key: key.value.trim() }),
      ...(!baseUrl.disabled && baseUrl.value !== settings.base_url && { base_url: baseUrl.value }),
    };
    if (!(await store({ ...changes, test_key: true }))) return;
    await agents.load();
  }

  async function submit() {
    const picked = agents.value();
    const stored = await store({
      ...(key.value.trim() && { api_key: key.value.trim() }),
      ...(webhook.value.trim() && { webhook_secret: webhook.value.trim() }),
      ...(!baseUrl.disabled && { base_url: baseUrl.value }),
      ...(!zone.control.disabled && { time_zone: zone.control.value.trim() }),
      ...(picked.length && { agents: picked }),
      ...privacy.changes(),
    });
    if (!stored) return;
    try {
      await app.refresh();
    } catch (error) {
      app.emit("failed", error);
      return;
    }
    app.emit("toast", t("settings.saved"));
    saved();
  }

  const bar = createSaveBar({
    sections: {
      connection: () => [key.value, baseUrl.value, webhook.value],
      agents: () => agents.value(),
      reporting: () => zone.control.value,
      privacy: () => privacy.changes(),
    },
    save: submit,
    undo: saved,
  });
  return element("form", {
    class: "settings-form",
    on: {
      submit(/** @type {Event} */ event) {
        event.preventDefault();
        bar.store.click();
      },
      input: bar.update, change: bar.update, click: bar.update,
    },
  },
  section("connection", { text: t("settings.connectionHint") }, keyField, baseField,
    element("div", { class: "settings-test" }, test, agents.status), webhookField),
  section("agents", { text: t("settings.agentsHint") }, agents.node),
  section("reporting", {}, zone),
  section("privacy", { text: t("settings.privacyHint") }, privacy.nodes),
  answer, bar.node);
}

/** What everybody may choose, because only their browser keeps it. @param {App} app @param {AbortSignal} signal */
function createAppearance(app, signal) {
  const languageSelect = select(languages.map((code) => [code, t(`languages.${code}`)]), language(), app.changeLanguage);
  const themeSelect = select(themes.map((name) => [name, t(`themes.${name}`)]), theme(), (name) => setTheme(name, app));
  // It can also be switched in the navigation.
  app.on("theme", () => { themeSelect.value = theme(); }, signal);
  return section("appearance", { text: t("settings.appearanceHint") },
    element("div", { class: "settings-pair" }, field(t("settings.language"), languageSelect), field(t("settings.theme"), themeSelect)));
}

/** @param {Api.Settings} settings */
function keyHint({ api_key_set: set, api_key_masked: masked, api_key_source: source }) {
  if (!set) return t("settings.keyMissing");
  const current = t("settings.keyCurrent", { masked, source: t(`settings.sources.${source}`) });
  return `${current} ${t(source === "environment" ? "settings.fromEnvironment" : "settings.keyKeep")}`;
}
