/**
 * What the API, or the network before it, refused. `code` is stable and translated; `parameter` names the wrong field, `retryAfter` the
 * seconds to wait, `keyRegion` the address that takes a refused key, `asked` what was asked for ("GET /api/kpis"; no values), `at` when.
 */
export class ApiError extends Error {
  /**
   * @param {{ status?: number, code: string, detail?: string, parameter?: string | null, errors?: NonNullable<Api.Problem["errors"]>,
   * retryAfter?: number | null, keyRegion?: string | null, asked?: string }} problem
   */
  constructor({ status = 0, code, detail = "", parameter = null, errors = [], retryAfter = null, keyRegion = null, asked = "" }) {
    super(detail || code);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.parameter = parameter;
    this.errors = errors;
    this.retryAfter = retryAfter;
    this.keyRegion = keyRegion;
    this.asked = asked;
    this.at = new Date().toISOString();
  }
}

/** What was thrown, as an error. @param {unknown} thrown */
export const asError = (thrown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** The code that the API gave with an error; none for another one. @param {unknown} thrown */
export const codeOf = (thrown) => (thrown instanceof ApiError ? thrown.code : undefined);

/** Given up by us, not failed. @param {unknown} thrown */
export const isGivenUp = (thrown) => thrown instanceof DOMException && thrown.name === "AbortError";

/** @type {string | null} */
let token = null;
let signInNeeded = () => {};

/**
 * The token that a page on another site has to send; null where a cookie does it, or nobody is asked to sign in.
 * @param {string | null} given
 */
export function authorize(given) {
  token = given;
}

/** Says that nobody is signed in, as an answer of the server would; returns the error to throw. */
export function needSignIn() {
  signInNeeded();
  return new ApiError({ status: 401, code: "sign_in_required" });
}

/** Calls back whenever the server wants to know who asks. @param {() => void} listener */
export function onSignInNeeded(listener) {
  signInNeeded = listener;
}

/**
 * Where the API is: where config.js says, else beside the page, which a proxy may have put under a path of its own
 * (https://example.com/voicebot/ and https://example.com/voicebot/index.html have it at /voicebot/api).
 */
const base = () => (window.VOICEBOT_API_BASE || new URL(".", document.baseURI).pathname).replace(/\/+$/, "");

/** True for a page on another site than the API: what the browser asks for by itself, links and players, carries no token there. */
export const isElsewhere = () => new URL(base(), location.href).origin !== location.origin;

/** The address of an API path with its query; empty values are left out. @param {string} path @param {Query} [query] */
export function apiUrl(path, query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.append(name, String(value));
  }
  const text = search.toString();
  return `${base()}/api/${path}${text ? `?${text}` : ""}`;
}

/**
 * Sends a request and returns the JSON answer; throws ApiError, or AbortError when `signal` gave up.
 * @param {string} path
 * @param {{ method?: string, query?: Query, body?: unknown, signal?: AbortSignal }} [options]
 * @returns {Promise<any>}
 */
export async function request(path, { method = "GET", query, body, signal } = {}) {
  const early = method === "GET" && !query ? await takeEarly(path) : null;
  const response = early ?? await send(apiUrl(path, query), {
    method,
    signal,
    headers: body === undefined ? { Accept: "application/json" } : { Accept: "application/json", "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw await problem(response, method);
  return readJson(response, method);
}

/**
 * The answer that early.js has already asked for, once; null where it has not, or has got none.
 * @param {string} path
 */
async function takeEarly(path) {
  const answer = window.voicebotEarly?.get(path);
  window.voicebotEarly?.delete(path);
  return await answer?.catch(() => null) ?? null;
}

/**
 * The JSON answer of a path while everything waits; null where there is none. Only for what cannot wait for a promise: the browser prints
 * as soon as its event has been heard.
 * @param {string} path @param {Query} [query]
 */
export function requestNow(path, query) {
  const asked = new XMLHttpRequest();
  asked.open("GET", apiUrl(path, query), false);
  asked.setRequestHeader("Accept", "application/json");
  if (token) asked.setRequestHeader("Authorization", `Bearer ${token}`);
  try {
    asked.send();
    return asked.status === 200 ? JSON.parse(asked.responseText) : null;
  } catch {
    return null; // no connection, or no JSON
  }
}

/**
 * Throws ApiError unless the path answers well; the answer itself is not read.
 * @param {string} path @param {Record<string, string>} headers
 */
export async function check(path, headers) {
  const response = await send(apiUrl(path), { headers });
  if (!response.ok) throw await problem(response);
  await response.body?.cancel();
}

/** A whole file of the API, with the name that it is to have; for pages elsewhere. @param {string} url */
export async function getFile(url) {
  const response = await send(url, {});
  if (!response.ok) throw await problem(response);
  try {
    return { blob: await response.blob(), name: fileName(response) };
  } catch (error) {
    throw new ApiError({ code: "network", detail: asError(error).message });
  }
}

/** @param {Response} response */
const fileName = (response) => attachmentName(response.headers.get("Content-Disposition") ?? "");

/**
 * What a file is to be called: its name in any letters where the answer gives that, else the one in plain letters.
 * @param {string} disposition
 */
export function attachmentName(disposition) {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]*)"/.exec(disposition)?.[1] ?? /filename=([^";]+)/.exec(disposition)?.[1] ?? "";
  try {
    return encoded ? decodeURIComponent(encoded) : plain;
  } catch {
    return plain;
  }
}

/** @param {string} url @param {RequestInit} options */
async function send(url, options) {
  try {
    return await fetch(url, token ? { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } } : options);
  } catch (error) {
    if (isGivenUp(error)) throw error;
    throw new ApiError({ code: "network", detail: asError(error).message, asked: named(url, options.method) });
  }
}

/** A request without its values, which may be private. @param {string} url @param {string} [method] */
const named = (url, method = "GET") => `${method} ${new URL(url, location.href).pathname}`;

/** @param {Response} response @param {string} method */
async function readJson(response, method) {
  try {
    return await response.json();
  } catch (error) {
    if (isGivenUp(error)) throw error;
    throw new ApiError({ status: response.status, code: "not_json", asked: named(response.url, method) });
  }
}

/** @param {Response} response @param {string} [method] */
async function problem(response, method) {
  // A proxy in between answers with HTML, so a body that is not JSON is expected here.
  const body = await response.json().catch(() => null);
  const error = new ApiError({
    status: response.status,
    code: body?.code ?? "unexpected",
    detail: body?.detail ?? body?.title ?? `HTTP ${response.status}`,
    parameter: body?.parameter ?? body?.errors?.[0]?.parameter ?? null,
    errors: body?.errors ?? [],
    keyRegion: body?.key_region ?? null,
    retryAfter: Number(response.headers.get("Retry-After")) || null,
    asked: named(response.url, method),
  });
  if (error.code === "sign_in_required") signInNeeded();
  return error;
}
