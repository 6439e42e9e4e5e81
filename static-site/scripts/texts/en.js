import access from "./en/access.js";
import alerts from "./en/alerts.js";
import callbacks from "./en/callbacks.js";
import charts from "./en/charts.js";
import codes from "./en/codes.js";
import comparison from "./en/comparison.js";
import conversations from "./en/conversations.js";
import criteria from "./en/criteria.js";
import digests from "./en/digests.js";
import errors from "./en/errors.js";
import fields from "./en/fields.js";
import figures from "./en/figures.js";
import money from "./en/money.js";
import page from "./en/page.js";
import problems from "./en/problems.js";
import report from "./en/report.js";
import reviews from "./en/reviews.js";
import rulesFile from "./en/rules-file.js";
import segments from "./en/segments.js";
import setup from "./en/setup.js";
import shell from "./en/shell.js";
import sync from "./en/sync.js";
import targets from "./en/targets.js";

export default { ...page, ...shell, ...problems, ...access, ...codes, ...figures, ...criteria, ...comparison, ...charts, ...conversations,
  ...rulesFile, ...segments, ...reviews, ...callbacks, ...alerts, ...digests, ...sync, ...report, ...targets, ...money, ...setup,
  ...fields, errors };
