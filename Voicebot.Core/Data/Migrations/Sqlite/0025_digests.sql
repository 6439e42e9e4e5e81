-- Letters that say each week, or month, how it went. Recipients are JSON (address and language of each), agents as well (ids; null for
-- all). The minute of the local day is that from which it is sent; the mail server is that of a channel of alerts.
CREATE TABLE digests (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    period     TEXT NOT NULL,
    channel_id INTEGER REFERENCES alert_channels (id) ON DELETE SET NULL,
    recipients TEXT NOT NULL,
    agents     TEXT,
    minute     INTEGER NOT NULL,
    enabled    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- What is to be sent of a period (its first and last local day) to one person, and what became of it. Who sends it holds it until
-- taken_until.
CREATE TABLE digest_deliveries (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    digest_id   INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    first_day   INTEGER NOT NULL,
    last_day    INTEGER NOT NULL,
    address     TEXT NOT NULL,
    language    TEXT NOT NULL,
    state       TEXT NOT NULL,
    attempts    INTEGER NOT NULL,
    due_at      INTEGER NOT NULL,
    taken_until INTEGER,
    answer      TEXT,
    changed_at  INTEGER NOT NULL,
    UNIQUE (digest_id, first_day, last_day, address)
) STRICT;
CREATE INDEX digest_deliveries_due ON digest_deliveries (due_at) WHERE state = 'waiting';
