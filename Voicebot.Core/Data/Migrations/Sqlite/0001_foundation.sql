-- Instants are unix seconds (UTC). local_day counts days since 0001-01-01 in the reporting zone.
CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agents (
    agent_id TEXT NOT NULL PRIMARY KEY,
    name     TEXT,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The narrow row: everything that KPIs count and lists sort by. Derived columns are recomputed from the vendor's documents.
CREATE TABLE conversations (
    id                  INTEGER PRIMARY KEY,
    conversation_id     TEXT NOT NULL UNIQUE,
    agent_id            TEXT NOT NULL,
    agent_name          TEXT,
    status              TEXT NOT NULL,
    call_successful     TEXT NOT NULL,
    start_time          INTEGER,
    local_day           INTEGER,
    duration_seconds    INTEGER,
    message_count       INTEGER,
    bot_message_count   INTEGER,
    direction           TEXT,
    source              TEXT,
    channel             TEXT NOT NULL,
    main_language       TEXT,
    agent_phone         TEXT,
    client_phone        TEXT,
    rating              REAL,
    termination_reason  TEXT,
    end_reason          TEXT NOT NULL,
    finished            INTEGER NOT NULL,
    transferred         INTEGER NOT NULL,
    agent_handover      INTEGER NOT NULL,
    dropout             INTEGER NOT NULL,
    technical_error     INTEGER NOT NULL,
    cost_credits        INTEGER,
    cost_usd            REAL,
    details_state       TEXT NOT NULL,
    details_error       TEXT,
    details_read_at     INTEGER,
    details_failures    INTEGER NOT NULL DEFAULT 0,
    settled             INTEGER NOT NULL DEFAULT 0,
    first_run_id        INTEGER,
    changed_run_id      INTEGER,
    deleted_at          INTEGER
) STRICT;

CREATE INDEX conversations_by_agent_day ON conversations (agent_id, local_day);
CREATE INDEX conversations_by_start ON conversations (start_time, id);
CREATE INDEX conversations_unsettled ON conversations (agent_id) WHERE settled = 0;

-- The wide row: what a person reads, and the vendor's documents (the detail is Brotli-compressed JSON).
CREATE TABLE conversation_texts (
    id          INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    title       TEXT,
    summary     TEXT,
    list_json   TEXT,
    detail_json BLOB
) STRICT;

CREATE TABLE criterion_results (
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    criterion_id TEXT NOT NULL,
    result       TEXT NOT NULL,
    PRIMARY KEY (conversation, criterion_id)
) STRICT, WITHOUT ROWID;

-- value is JSON; a collected null is stored as null.
CREATE TABLE collected_data (
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    data_id      TEXT NOT NULL,
    value        TEXT,
    PRIMARY KEY (conversation, data_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_runs (
    id                    INTEGER PRIMARY KEY AUTOINCREMENT,
    agent_id              TEXT NOT NULL,
    sync_type             TEXT NOT NULL,
    status                TEXT NOT NULL,
    phase                 TEXT NOT NULL,
    period_from           TEXT,
    period_to             TEXT,
    requested_at          INTEGER NOT NULL,
    started_at            INTEGER,
    finished_at           INTEGER,
    heartbeat_at          INTEGER,
    owner                 TEXT,
    cancel_requested      INTEGER NOT NULL DEFAULT 0,
    conversations_fetched INTEGER NOT NULL DEFAULT 0,
    new_count             INTEGER NOT NULL DEFAULT 0,
    updated_count         INTEGER NOT NULL DEFAULT 0,
    details_total         INTEGER NOT NULL DEFAULT 0,
    details_fetched       INTEGER NOT NULL DEFAULT 0,
    details_failed        INTEGER NOT NULL DEFAULT 0,
    error_code            TEXT,
    error_message         TEXT
) STRICT;

-- One open run per agent, whoever starts it.
CREATE UNIQUE INDEX sync_runs_open ON sync_runs (agent_id) WHERE status IN ('queued', 'running');
CREATE INDEX sync_runs_finished ON sync_runs (status, finished_at);

CREATE TABLE archives (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    month         TEXT NOT NULL,
    agent_id      TEXT NOT NULL,
    file_name     TEXT NOT NULL UNIQUE,
    records_count INTEGER NOT NULL,
    size_bytes    INTEGER NOT NULL,
    sha256        TEXT NOT NULL,
    archived_at   INTEGER NOT NULL
) STRICT;

-- The last due time that each timer has handled, so that a start can make up for a missed one.
CREATE TABLE timers (
    name     TEXT NOT NULL PRIMARY KEY,
    last_due INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
