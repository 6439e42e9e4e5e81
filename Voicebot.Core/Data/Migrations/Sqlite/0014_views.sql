-- Named views of the list, which everybody sees: conditions (JSON, a text by the name of the API's parameter), order and columns (JSON).
CREATE TABLE saved_views (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    filters    TEXT NOT NULL,
    sort       TEXT,
    columns    TEXT,
    changed_at INTEGER NOT NULL
) STRICT;

-- By which the conversations of one person are found: of the client's number or other address, and of the user's id. Both are hashes,
-- forgotten with the number.
ALTER TABLE conversations ADD COLUMN client_key INTEGER;
ALTER TABLE conversations ADD COLUMN user_key   INTEGER;
CREATE INDEX conversations_by_client ON conversations (client_key) WHERE client_key IS NOT NULL;
CREATE INDEX conversations_by_user ON conversations (user_key) WHERE user_key IS NOT NULL;

-- What the list is narrowed by, too: the agent's version, the mood, the tags (JSON, ids).
ALTER TABLE conversations ADD COLUMN version_id TEXT;
ALTER TABLE conversations ADD COLUMN sentiment  TEXT;
ALTER TABLE conversations ADD COLUMN tags       TEXT;

-- The new columns are derived from the vendor's documents: derive them again.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations);
