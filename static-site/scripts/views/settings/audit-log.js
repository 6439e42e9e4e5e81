import { element, fill, foreign } from "../parts/dom.js";
import { backupUrl, getAuditLog } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { createLoader } from "../../api/loader.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { downloadLink } from "../parts/download-link.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice } from "../parts/notices.js";
import { dataTable, skeletonTable } from "../parts/tables.js";
import { section } from "./section.js";

const columns = ["at", "role", "action", "subject", "detail"];

/** A copy of the database to keep, and who did what with personal data; read when it is unfolded. @param {App} app */
export function createAuditLog(app) {
  const place = element("div", { class: "audit-place" });
  const details = element("details", { dataset: { testid: "audit-log" }, on: { toggle: () => details.open && load() } },
    element("summary", {}, t("audit.show")), place);

  const loader = createLoader({
    start: () => place.firstChild ?? fill(place, skeletonTable(6)),
    show: ({ entries }) => fill(place, entries.length
      ? dataTable(t("audit.title"), columns.map((name) => ({ title: t(`audit.${name}`) })), entries.map(row), { hiddenCaption: true })
      : emptyNotice(t("audit.empty"), t("audit.emptyText"))),
    fail: (error) => fill(place, loadFailure("audit", error, load)),
  });

  /** @param {Api.AuditLog["entries"][number]} entry */
  const row = ({ at, role, who, action, subject, detail }) => [
    element("span", { class: "nowrap" }, format.dateTime(at)), [known("audit.roles", role), who && [" (", foreign(who), ")"]],
    known("audit.actions", action), subject ? foreign(subject) : format.none, detail ? foreign(detail) : format.none,
  ];

  const load = () => loader.load((signal) => getAuditLog(signal));

  return {
    nodes: [
      section("backup", { title: t("backup.title"), text: t("backup.text") },
        element("div", {},
          downloadLink(app, { class: "button", href: backupUrl(), dataset: { testid: "backup" } }, icon("download"), t("backup.button")))),
      section("audit", { title: t("audit.title"), text: t("audit.text") }, details),
    ],
    stop: loader.stop,
  };
}
