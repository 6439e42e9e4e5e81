import { ApiError, asError } from "../api/api.js";
import { known, t } from "./translate.js";

/** What an error says to the user: the translated code, else the server's own words. @param {unknown} error */
export function explain(error) {
  if (!(error instanceof ApiError)) return t("errors.page", { detail: asError(error).message });
  const text = known("errors", error.code, error.detail || t("errors.unexpected"));
  if (!error.parameter || !error.detail || !parameterCodes.has(error.code)) return text;
  return `${text} ${known("fields", error.parameter.replace(/[[.].*$/, ""), error.detail)}`;
}

const parameterCodes = new Set(["invalid_parameter", "unknown_parameter"]);
