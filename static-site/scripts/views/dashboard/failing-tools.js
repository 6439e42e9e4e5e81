import { failingFirst } from "../../logic/tools.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { conversationsLink } from "../parts/links.js";
import { barList } from "./bars.js";
import { createPanel } from "./panel.js";
import { shareText } from "./share-text.js";

const mostShown = 5;

/** The tools whose calls fail most often. @param {App} app @param {AbortSignal} signal */
export function createFailingTools(app, signal) {
  const panel = createPanel(signal, { id: "tools", testid: "chart-tools" });

  /** @param {Api.Breakdowns} breakdowns */
  function show({ tools }) {
    if (!tools.length) return panel.show({ note: t("panels.tools.none"), summary: format.none });
    const failing = failingFirst(tools);
    const calls = tools.reduce((sum, tool) => sum + tool.calls, 0);
    panel.show({
      note: failing.length
        ? t("panels.tools.note", { count: failing.length, all: tools.length })
        : t("panels.tools.allGood", { count: calls }),
      summary: failing.length ? format.count(failing.length) : t("panels.tools.noErrors"),
      content: failing.length > 0 && barList(app, failing.slice(0, mostShown).map((tool) => ({
        name: tool.name, code: true, value: tool.errors / tool.calls, role: "failure",
        figure: conversationsLink(app, { tool_error: tool.name },
          { "aria-label": t("panels.tools.open", { name: tool.name, value: shareText(tool.errors, tool.calls) }) },
          shareText(tool.errors, tool.calls)),
        own: { tool_error: tool.name },
        more: tool.calls < 10 ? "" : `${format.count(tool.errors)}/${format.count(tool.calls)}`,
      }))),
      table: () => ({
        columns: [{ title: t("panels.tools.column") },
          ...["withTool", "calls", "errors", "rate"].map((name) => ({ title: t(`panels.tools.${name}`), numeric: true }))],
        rows: tools.map((tool) => [
          tool.name,
          conversationsLink(app, { tool: tool.name }, {}, format.count(tool.conversations)),
          format.count(tool.calls),
          format.count(tool.errors), // calls, of which a conversation may have several
          shareText(tool.errors, tool.calls),
        ]),
      }),
    });
  }

  return { node: panel.node, show, fail: panel.fail };
}
