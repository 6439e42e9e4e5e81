-- What a figure should reach: of one agent, or, with an empty id, of all. In the figure's own unit.
CREATE TABLE targets (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    agent_id   TEXT NOT NULL,
    figure     TEXT NOT NULL,
    value      REAL NOT NULL,
    version    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (agent_id, figure)
) STRICT;

-- What happened on a day, of one agent or of all (null).
CREATE TABLE notes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    local_day  INTEGER NOT NULL,
    agent_id   TEXT,
    text       TEXT NOT NULL,
    role       TEXT NOT NULL,
    who        TEXT,
    version    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_day ON notes (local_day);
