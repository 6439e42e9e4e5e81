-- Other ids of the client beside the number, one a line: WhatsApp's user ids, a second number. Null for nearly all.
ALTER TABLE conversations ADD COLUMN client_ids TEXT;

-- How many different whole numbers somebody asked for while numbers were masked, by hour (unix seconds / 3600), and the row of the audit
-- log that tells it. The numbers themselves are not kept.
CREATE TABLE number_guesses (
    role     TEXT NOT NULL,
    who      TEXT NOT NULL,
    hour     INTEGER NOT NULL,
    asked    INTEGER NOT NULL,
    audit_id INTEGER NOT NULL,
    PRIMARY KEY (role, who, hour)
) STRICT, WITHOUT ROWID;

-- Clients are read from more places, and their numbers in more spellings are kept out of the search words: derive it again.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations);
