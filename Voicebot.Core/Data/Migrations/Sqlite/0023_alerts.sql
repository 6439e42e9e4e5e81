-- Where alerts are sent. Settings are JSON that may be shown; the secret is encrypted JSON (an address with a token in it, a password).
-- Quiet hours are minutes of the local day, from inclusive to exclusive.
CREATE TABLE alert_channels (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT NOT NULL,
    name          TEXT NOT NULL,
    settings      TEXT NOT NULL,
    secret        TEXT,
    language      TEXT NOT NULL,
    private       INTEGER NOT NULL,
    most_per_hour INTEGER NOT NULL,
    quiet_from    INTEGER,
    quiet_to      INTEGER,
    enabled       INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL
) STRICT;

-- What somebody wants to be told (definition is JSON), about which agents (JSON, ids; null for all), and by which channels (JSON, ids;
-- null for all). Conversations count that began since a day before the rule was made, or changed.
CREATE TABLE alert_rules (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    definition TEXT NOT NULL,
    agents     TEXT,
    channels   TEXT,
    enabled    INTEGER NOT NULL,
    since      INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

INSERT INTO alert_rules (kind, name, definition, enabled, since, changed_at) VALUES
    ('system', 'Something stands in the way', '{"event":"problem"}', 1, CAST(strftime('%s', 'now') AS INTEGER),
        CAST(strftime('%s', 'now') AS INTEGER)),
    ('system', 'No conversations for a day', '{"event":"silence","hours":24}', 1, CAST(strftime('%s', 'now') AS INTEGER),
        CAST(strftime('%s', 'now') AS INTEGER));

-- What happened. One that lasts is open until it is over, and there is one of each subject of a rule at a time.
CREATE TABLE alerts (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_id  INTEGER REFERENCES alert_rules (id) ON DELETE SET NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    facts    TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX alerts_open ON alerts (rule_id, subject) WHERE ended_at IS NULL;
CREATE INDEX alerts_by_begin ON alerts (began_at DESC, id DESC);

-- The conversations that a rule has told of, each once; those without an alert met its conditions before it was there.
CREATE TABLE alert_conversations (
    rule_id      INTEGER NOT NULL REFERENCES alert_rules (id) ON DELETE CASCADE,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    alert_id     INTEGER REFERENCES alerts (id) ON DELETE CASCADE,
    PRIMARY KEY (rule_id, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_conversations_by_alert ON alert_conversations (alert_id);
CREATE INDEX alert_conversations_by_conversation ON alert_conversations (conversation);

-- What is to be sent and what became of it. Who sends it holds it until taken_until.
CREATE TABLE alert_deliveries (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    alert_id    INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    channel_id  INTEGER NOT NULL REFERENCES alert_channels (id) ON DELETE CASCADE,
    about       TEXT NOT NULL,
    state       TEXT NOT NULL,
    attempts    INTEGER NOT NULL,
    due_at      INTEGER NOT NULL,
    taken_until INTEGER,
    answer      TEXT,
    changed_at  INTEGER NOT NULL,
    UNIQUE (alert_id, channel_id, about)
) STRICT;
CREATE INDEX alert_deliveries_due ON alert_deliveries (due_at) WHERE state = 'waiting';
CREATE INDEX alert_deliveries_sent ON alert_deliveries (channel_id, changed_at) WHERE state = 'sent';

-- From here on the log of changes has not been looked through; null for all of it.
CREATE TABLE alert_progress (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    next_change INTEGER
) STRICT;
INSERT INTO alert_progress (id) VALUES (1);
