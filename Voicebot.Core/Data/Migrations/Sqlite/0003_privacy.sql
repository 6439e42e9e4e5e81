-- Who did what with personal data and settings, and when (unix seconds). Neither keys nor whole telephone numbers stand here.
CREATE TABLE audit_log (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    role    TEXT NOT NULL,
    who     TEXT,
    action  TEXT NOT NULL,
    subject TEXT,
    detail  TEXT
) STRICT;

-- Hashes of the ids of erased conversations, so that no synchronisation and no webhook brings them back.
CREATE TABLE erased_conversations (
    id_hash   TEXT NOT NULL PRIMARY KEY,
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
