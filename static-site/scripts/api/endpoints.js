import { apiUrl, check, getFile, request } from "./api.js";

export const getSession = () => request("session");
export const startSession = (accessKey) => request("session", { method: "POST", body: { access_key: accessKey } });
export const endSession = () => request("session", { method: "DELETE" });

export const getSettings = (signal) => request("settings", { signal });
export const saveSettings = (changes) => request("settings", { method: "POST", body: changes });
export const getHealth = (signal) => request("health", { signal });
export const getMonths = (signal) => request("months", { signal });

/** The agents that the stored key can see; asking is also the test of the key. */
export const getVendorAgents = (signal) => request("agents", { query: { source: "elevenlabs" }, signal });

export const getKpis = (query, signal) => request("kpis", { query, signal });
export const getBreakdowns = (query, signal) => request("breakdowns", { query, signal });
export const getConversations = (query, signal) => request("conversations", { query, signal });
export const getConversation = (id, signal) => request(`conversations/${encodeURIComponent(id)}`, { signal });

/** Reads it from the vendor again, now. */
export const refetchConversation = (id) => request(`conversations/${encodeURIComponent(id)}/refetch`, { method: "POST", body: {} });
export const audioUrl = (id) => apiUrl(`conversations/${encodeURIComponent(id)}/audio`);

export const getAudio = (id) => getFile(audioUrl(id));

/** Throws what is wrong with a recording that does not play. */
export const checkAudio = (id) => check(`conversations/${encodeURIComponent(id)}/audio`, { Range: "bytes=0-0" });

export const startSync = (options) => request("sync", { method: "POST", body: options });
export const getSyncRuns = (signal) => request("sync-logs", { query: { limit: 50 }, signal });
export const cancelSync = (id) => request(`sync-logs/${id}`, { method: "DELETE" });
export const refetchDetails = (agent) => request("refetch-details", { method: "POST", query: { agent_id: agent }, body: {} });

export const getArchives = (signal) => request("archives", { signal });

/** One file per agent that has conversations in the month. */
export const archiveMonth = (month) => request("archive", { method: "POST", query: { month }, body: {} });

export const switchDemo = (on) => request("demo", { method: "POST", body: { on } });

export const exportUrl = (query) => apiUrl("export-csv", query);
export const archiveUrl = (id) => apiUrl(`download-csv/${id}`);
export const backupUrl = () => apiUrl("backup");

export const getAuditLog = (signal) => request("audit-log", { query: { limit: 200 }, signal });
export const revealPhones = (id) => request(`conversations/${encodeURIComponent(id)}/reveal`, { method: "POST", body: {} });

/** Of a telephone number or a conversation; with `dry_run` it only counts. */
export const getErasures = () => request("erase");
export const erase = (subject) => request("erase", { method: "POST", body: subject });
export const personDataUrl = (phone, format) => apiUrl("person-data", { phone, format });
