-- How dialling ended, in the vendor's words (answered, voicemail, busy, no_answer, failed); null where it does not say.
ALTER TABLE conversations ADD COLUMN call_result TEXT;

-- Turns in which a person said or sent something; null without a transcript.
ALTER TABLE conversations ADD COLUMN client_turn_count INTEGER;

-- The funnel of the outbound calls of a day; the rest of them is unknown.
ALTER TABLE daily_figures ADD COLUMN outbound_answered   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN outbound_talked     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN outbound_successful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN outbound_voicemail  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN outbound_busy       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN outbound_no_answer  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN outbound_failed     INTEGER NOT NULL DEFAULT 0;

-- What is derived from the vendor's documents has changed (results of dialling, end reasons, transfers, drop-outs, technical
-- errors): derive it again.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations);
