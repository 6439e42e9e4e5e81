import access from "./pl/access.js";
import alerts from "./pl/alerts.js";
import callbacks from "./pl/callbacks.js";
import charts from "./pl/charts.js";
import codes from "./pl/codes.js";
import comparison from "./pl/comparison.js";
import conversations from "./pl/conversations.js";
import criteria from "./pl/criteria.js";
import digests from "./pl/digests.js";
import errors from "./pl/errors.js";
import fields from "./pl/fields.js";
import figures from "./pl/figures.js";
import money from "./pl/money.js";
import page from "./pl/page.js";
import problems from "./pl/problems.js";
import report from "./pl/report.js";
import reviews from "./pl/reviews.js";
import rulesFile from "./pl/rules-file.js";
import segments from "./pl/segments.js";
import setup from "./pl/setup.js";
import shell from "./pl/shell.js";
import sync from "./pl/sync.js";
import targets from "./pl/targets.js";

export default { ...page, ...shell, ...problems, ...access, ...codes, ...figures, ...criteria, ...comparison, ...charts, ...conversations,
  ...rulesFile, ...segments, ...reviews, ...callbacks, ...alerts, ...digests, ...sync, ...report, ...targets, ...money, ...setup,
  ...fields, errors };
