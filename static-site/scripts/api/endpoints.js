import { apiUrl, check, getFile, request } from "./api.js";

/** @returns {Promise<Api.Session>} */
export const getSession = () => request("session");
/** @param {string} accessKey @returns {Promise<Api.Session>} */
export const startSession = (accessKey) => request("session", { method: "POST", body: { access_key: accessKey } });
/** @returns {Promise<Api.Session>} */
export const endSession = () => request("session", { method: "DELETE" });

/** @param {AbortSignal} [signal] @returns {Promise<Api.Settings>} */
export const getSettings = (signal) => request("settings", { signal });
/** @param {Record<string, unknown>} changes @returns {Promise<Api.Settings>} */
export const saveSettings = (changes) => request("settings", { method: "POST", body: changes });
/** @param {AbortSignal} [signal] @returns {Promise<Api.Health>} */
export const getHealth = (signal) => request("health", { signal });
/** @param {AbortSignal} [signal] @returns {Promise<Api.Months>} */
export const getMonths = (signal) => request("months", { signal });

/**
 * The agents that the stored key can see; asking is also the test of the key.
 * @param {AbortSignal} [signal] @returns {Promise<Api.VendorAgents>}
 */
export const getVendorAgents = (signal) => request("agents", { query: { source: "elevenlabs" }, signal });

/**
 * How many conversations ElevenLabs has of one agent; the zone decides where months begin.
 * @param {string} id @param {string} zone @param {AbortSignal} [signal] @returns {Promise<Reach>}
 */
export const getReach = (id, zone, signal) => request(`agents/${encodeURIComponent(id)}/reach`, { query: { time_zone: zone }, signal });

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.KpiReport>} */
export const getKpis = (query, signal) => request("kpis", { query, signal });
/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Breakdowns>} */
export const getBreakdowns = (query, signal) => request("breakdowns", { query, signal });
/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.DataReport>} */
export const getData = (query, signal) => request("data", { query, signal });
/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.ConversationList>} */
export const getConversations = (query, signal) => request("conversations", { query, signal });
/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.SetFigures>} */
export const getSetFigures = (query, signal) => request("conversation-figures", { query, signal });
/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Api.ConversationDetail>} */
export const getConversation = (id, signal) => request(`conversations/${encodeURIComponent(id)}`, { signal });

/**
 * What else the person of a conversation talked about.
 * @param {string} id @param {AbortSignal} [signal] @returns {Promise<Api.OtherConversations>}
 */
export const getOtherConversations = (id, signal) => request(`conversations/${encodeURIComponent(id)}/others`, { signal });

/**
 * Named views of the list; with `count` in the query, how many conversations each has.
 * @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Views>}
 */
export const getViews = (query, signal) => request("views", { query, signal });
/** Two named views side by side. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Segments>} */
export const getSegments = (query, signal) => request("segments", { query, signal });
/** @param {Record<string, unknown>} view @returns {Promise<Api.View>} */
export const addView = (view) => request("views", { method: "POST", body: view });
/** @param {number} id @param {Record<string, unknown>} view @returns {Promise<Api.View>} */
export const replaceView = (id, view) => request(`views/${id}`, { method: "PUT", body: view });
/** @param {number} id @returns {Promise<Api.Views>} */
export const removeView = (id) => request(`views/${id}`, { method: "DELETE" });

/** @param {AbortSignal} [signal] @returns {Promise<Api.Targets>} */
export const getTargets = (signal) => request("targets", { signal });
/** @param {Record<string, unknown>} target @returns {Promise<Api.Target>} */
export const addTarget = (target) => request("targets", { method: "POST", body: target });
/** @param {number} id @param {Record<string, unknown>} target @returns {Promise<Api.Target>} */
export const replaceTarget = (id, target) => request(`targets/${id}`, { method: "PUT", body: target });
/** @param {number} id @param {number} version @returns {Promise<Api.Targets>} */
export const removeTarget = (id, version) => request(`targets/${id}`, { method: "DELETE", query: { version } });

/** Notes on days, of agents and period. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Notes>} */
export const getNotes = (query, signal) => request("notes", { query, signal });
/** @param {Record<string, unknown>} note @returns {Promise<Api.Note>} */
export const addNote = (note) => request("notes", { method: "POST", body: note });
/** @param {number} id @param {Record<string, unknown>} note @returns {Promise<Api.Note>} */
export const replaceNote = (id, note) => request(`notes/${id}`, { method: "PUT", body: note });
/** @param {number} id @param {number} version @returns {Promise<Api.Notes>} */
export const removeNote = (id, version) => request(`notes/${id}`, { method: "DELETE", query: { version } });

/** What a month costs. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.MoneyReport>} */
export const getMoney = (query, signal) => request("money", { query, signal });
/** @param {Record<string, unknown>} settings @returns {Promise<Api.MoneySettings>} */
export const saveMoney = (settings) => request("money", { method: "PUT", body: settings });

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Reviews>} */
export const getReviews = (query, signal) => request("reviews", { query, signal });
/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<Api.ReviewDetail>} */
export const getReview = (id, signal) => request(`reviews/${encodeURIComponent(id)}`, { signal });
/** @param {Array<Record<string, unknown>>} changes @returns {Promise<Api.ReviewChanges>} */
export const changeReviews = (changes) => request("reviews", { method: "POST", body: { changes } });
/** @param {AbortSignal} [signal] @returns {Promise<Api.ReviewRules>} */
export const getReviewRules = (signal) => request("review-rules", { query: { caught: true }, signal });
/** @param {Record<string, unknown>} rule @returns {Promise<Api.ReviewRule>} */
export const addReviewRule = (rule) => request("review-rules", { method: "POST", body: rule });
/** @param {number} id @param {Record<string, unknown>} rule @returns {Promise<Api.ReviewRule>} */
export const replaceReviewRule = (id, rule) => request(`review-rules/${id}`, { method: "PUT", body: rule });
/** @param {number} id @returns {Promise<Api.ReviewRules>} */
export const removeReviewRule = (id) => request(`review-rules/${id}`, { method: "DELETE" });

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Callbacks>} */
export const getCallbacks = (query, signal) => request("callbacks", { query, signal });
/** @param {Array<Record<string, unknown>>} changes @returns {Promise<Api.CallbackChanges>} */
export const changeCallbacks = (changes) => request("callbacks", { method: "POST", body: { changes } });
/** The same people as a workbook. @param {Query} query */
export const callbacksUrl = (query) => apiUrl("callbacks/export", query);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.Alerts>} */
export const getAlerts = (query, signal) => request("alerts", { query, signal });
/** @returns {Promise<Api.AlertRules>} */
export const getAlertRules = () => request("alert-rules");
/** @param {Record<string, unknown>} rule @returns {Promise<Api.AlertRule>} */
export const addAlertRule = (rule) => request("alert-rules", { method: "POST", body: rule });
/** What it would say now. @param {Record<string, unknown>} rule @returns {Promise<Api.AlertPreview>} */
export const previewAlertRule = (rule) => request("alert-rules/preview", { method: "POST", body: rule });
/** @param {number} id @param {Record<string, unknown>} rule @returns {Promise<Api.AlertRule>} */
export const replaceAlertRule = (id, rule) => request(`alert-rules/${id}`, { method: "PUT", body: rule });
/** @param {number} id @returns {Promise<Api.AlertRules>} */
export const removeAlertRule = (id) => request(`alert-rules/${id}`, { method: "DELETE" });
/** @param {AbortSignal} [signal] @returns {Promise<Api.AlertChannels>} */
export const getAlertChannels = (signal) => request("alert-channels", { signal });
/** @param {Record<string, unknown>} channel @returns {Promise<Api.AlertChannel>} */
export const addAlertChannel = (channel) => request("alert-channels", { method: "POST", body: channel });
/** @param {number} id @param {Record<string, unknown>} channel @returns {Promise<Api.AlertChannel>} */
export const replaceAlertChannel = (id, channel) => request(`alert-channels/${id}`, { method: "PUT", body: channel });
/** @param {number} id @returns {Promise<Api.AlertChannels>} */
export const removeAlertChannel = (id) => request(`alert-channels/${id}`, { method: "DELETE" });
/** @returns {Promise<Api.Digests>} */
export const getDigests = () => request("digests");
/** @param {Record<string, unknown>} digest @returns {Promise<Api.Digest>} */
export const addDigest = (digest) => request("digests", { method: "POST", body: digest });
/** @param {number} id @param {Record<string, unknown>} digest @returns {Promise<Api.Digest>} */
export const replaceDigest = (id, digest) => request(`digests/${id}`, { method: "PUT", body: digest });
/** @param {number} id @returns {Promise<Api.Digests>} */
export const removeDigest = (id) => request(`digests/${id}`, { method: "DELETE" });
/** The letter as it would be sent now. @param {number} id @param {string} language @returns {Promise<Api.DigestPreview>} */
export const previewDigest = (id, language) => request(`digests/${id}/preview`, { query: { language } });
/** Sends the letter at once. @param {number} id @param {Record<string, unknown>} to @returns {Promise<Api.DigestSent>} */
export const sendDigest = (id, to) => request(`digests/${id}/send`, { method: "POST", body: to });
/** Sends a message at once. @param {number} id @returns {Promise<Api.AlertTest>} */
export const testAlertChannel = (id) => request(`alert-channels/${id}/test`, { method: "POST" });

/** Reads it from the vendor again, now. @param {string} id @returns {Promise<Api.ConversationDetail>} */
export const refetchConversation = (id) => request(`conversations/${encodeURIComponent(id)}/refetch`, { method: "POST", body: {} });
/** @param {string} id */
export const audioUrl = (id) => apiUrl(`conversations/${encodeURIComponent(id)}/audio`);

/** @param {string} id */
export const getAudio = (id) => getFile(audioUrl(id));

/** Throws what is wrong with a recording that does not play. @param {string} id */
export const checkAudio = (id) => check(`conversations/${encodeURIComponent(id)}/audio`, { Range: "bytes=0-0" });

/** @param {{ agent_id?: string, start_date?: string, end_date?: string }} options @returns {Promise<Api.StartSync>} */
export const startSync = (options) => request("sync", { method: "POST", body: options });
/** @param {AbortSignal} [signal] @returns {Promise<Api.SyncLogList>} */
export const getSyncRuns = (signal) => request("sync-logs", { query: { limit: 50 }, signal });
/**
 * Newest first; of one agent or one kind where the query says so.
 * @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Api.SyncLogList>}
 */
export const findSyncRuns = (query, signal) => request("sync-logs", { query, signal });
/** @param {number} id @returns {Promise<Api.SyncLog>} */
export const cancelSync = (id) => request(`sync-logs/${id}`, { method: "DELETE" });
/** @param {string | null} [agent] @returns {Promise<Api.Refetch>} */
export const refetchDetails = (agent) => request("refetch-details", { method: "POST", query: { agent_id: agent }, body: {} });

/** @param {AbortSignal} [signal] @returns {Promise<Api.ArchiveList>} */
export const getArchives = (signal) => request("archives", { signal });

/** One file per agent that has conversations in the month. @param {string} month @returns {Promise<Api.ArchiveMonth>} */
export const archiveMonth = (month) => request("archive", { method: "POST", query: { month }, body: {} });

/** @param {boolean} on @returns {Promise<Api.Demo>} */
export const switchDemo = (on) => request("demo", { method: "POST", body: { on } });

/** @param {Query} query */
export const exportUrl = (query) => apiUrl("export-csv", query);
/** The same conversations as a workbook for Excel. @param {Query} query */
export const workbookUrl = (query) => apiUrl("export-xlsx", query);
/** @param {number} id @param {string} lang In which the file is named. */
export const archiveUrl = (id, lang) => apiUrl(`download-csv/${id}`, { lang });
export const backupUrl = () => apiUrl("backup");

/** @param {AbortSignal} [signal] @returns {Promise<Api.AuditLog>} */
export const getAuditLog = (signal) => request("audit-log", { query: { limit: 200 }, signal });
/** @param {string} id @returns {Promise<Api.Reveal>} */
export const revealPhones = (id) => request(`conversations/${encodeURIComponent(id)}/reveal`, { method: "POST", body: {} });

/** @returns {Promise<Api.Erasures>} */
export const getErasures = () => request("erase");
/**
 * Of a telephone number or a conversation; with `dry_run` it only counts.
 * @param {{ phone?: string, conversation_id?: string, dry_run?: boolean }} subject @returns {Promise<Api.ErasureReport>}
 */
export const erase = (subject) => request("erase", { method: "POST", body: subject });
/** @param {string} phone @param {string} format */
export const personDataUrl = (phone, format) => apiUrl("person-data", { phone, format });
