import { refetchDetails, startSync } from "./endpoints.js";

/** Days may come as days or as instants of the reporting zone. @param {string | null | undefined} text */
export const dayOf = (text) => text?.slice(0, 10) ?? undefined;

/** Starts a run like one that ended without everything. @param {SyncRun} run */
export const startAgain = (run) => (run.sync_type === "refetch" || !run.period_from ? refetchOrSync(run)
  : startSync({ agent_id: run.agent_id ?? undefined, start_date: dayOf(run.period_from), end_date: dayOf(run.period_to) }));

/** A run without days only re-reads; an ordinary one re-reads what has failed, too. @param {SyncRun} run */
const refetchOrSync = (run) =>
  (run.sync_type === "refetch" ? refetchDetails(run.agent_id) : startSync({ agent_id: run.agent_id ?? undefined }));
