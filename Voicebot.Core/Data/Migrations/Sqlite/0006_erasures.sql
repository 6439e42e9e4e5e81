-- What was asked to be erased, written down before anything is touched, so that it is finished whatever happens in between.
-- subject is the id or number, encrypted, and only there while it is needed; the counts tell what went so far.
CREATE TABLE erasures (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT    NOT NULL,
    subject       TEXT,
    phase         TEXT    NOT NULL,
    requested_at  INTEGER NOT NULL,
    finished_at   INTEGER,
    scanned_to    INTEGER NOT NULL DEFAULT 0,
    conversations INTEGER NOT NULL DEFAULT 0,
    documents     INTEGER NOT NULL DEFAULT 0,
    mentions      INTEGER NOT NULL DEFAULT 0,
    archives      INTEGER NOT NULL DEFAULT 0,
    archive_rows  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX erasures_open ON erasures (id) WHERE finished_at IS NULL;

-- How often something was deleted for good, and up to which of these the search index was merged and the whole file written anew.
-- Until both have caught up, remains can be read: SQLite moves texts about within its pages without overwriting where they were,
-- and FTS5 only marks words as deleted. What was there before this step counts as one.
CREATE TABLE file_state (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    deletions    INTEGER NOT NULL,
    merged_until INTEGER NOT NULL,
    anew_until   INTEGER NOT NULL
) STRICT;
INSERT INTO file_state (id, deletions, merged_until, anew_until) VALUES (1, 1, 0, 0);

-- When a conversation without a start was first seen, so that it, too, grows old.
ALTER TABLE conversations ADD COLUMN first_seen_at INTEGER;

-- The reasons why details could not be read may repeat what was forgotten with the texts.
UPDATE conversations SET details_error = NULL WHERE texts_forgotten_at IS NOT NULL;
