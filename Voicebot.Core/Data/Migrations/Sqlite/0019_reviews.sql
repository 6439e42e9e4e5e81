-- What a person should look at. A rule is a filter of the list (JSON, as in saved_views) of some agents (JSON, ids; null for all); those
-- from the start have a kind, under which the page has its own words.
CREATE TABLE review_rules (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT,
    name       TEXT NOT NULL,
    filters    TEXT NOT NULL,
    agents     TEXT,
    enabled    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

INSERT INTO review_rules (kind, name, filters, enabled, changed_at) VALUES
    ('dropout', 'Broken off', '{"dropout":"true"}', 1, CAST(strftime('%s', 'now') AS INTEGER)),
    ('error', 'Technical error', '{"error":"true"}', 1, CAST(strftime('%s', 'now') AS INTEGER)),
    ('low_rating', 'Rated 1 or 2', '{"rating":"1,2"}', 1, CAST(strftime('%s', 'now') AS INTEGER)),
    ('failed', 'Talked, but failed', '{"outcome":"failure","talked":"true","transferred":"false"}', 1,
        CAST(strftime('%s', 'now') AS INTEGER));

-- Conversations that a rule or a person put before people. What began when is copied, for the order.
CREATE TABLE reviews (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id     TEXT NOT NULL,
    began_at     INTEGER NOT NULL,
    state        TEXT NOT NULL,
    closed       INTEGER NOT NULL,
    owner        TEXT,
    labels       TEXT,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX reviews_by_place ON reviews (closed, began_at DESC, conversation DESC);
CREATE INDEX reviews_by_state ON reviews (state, began_at DESC, conversation DESC);

-- Which rules did so.
CREATE TABLE review_reasons (
    conversation INTEGER NOT NULL REFERENCES reviews (conversation) ON DELETE CASCADE,
    rule_id      INTEGER NOT NULL REFERENCES review_rules (id) ON DELETE CASCADE,
    PRIMARY KEY (conversation, rule_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_reasons_by_rule ON review_reasons (rule_id);

-- What people did with them, by the version that it led to: null is not changed, and an empty owner is none.
CREATE TABLE review_events (
    conversation INTEGER NOT NULL REFERENCES reviews (conversation) ON DELETE CASCADE,
    version      INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    role         TEXT NOT NULL,
    who          TEXT,
    state        TEXT,
    owner        TEXT,
    labels       TEXT,
    note         TEXT,
    PRIMARY KEY (conversation, version)
) STRICT, WITHOUT ROWID;

-- From when conversations are taken: a week before there were rules. How far the log of changes has been looked through, and which state
-- of the rules everything has been looked at with.
CREATE TABLE review_progress (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    since         INTEGER NOT NULL,
    next_change   INTEGER,
    rules_version INTEGER NOT NULL,
    rules_applied INTEGER NOT NULL
) STRICT;
INSERT INTO review_progress (id, since, rules_version, rules_applied) VALUES
    (1, CAST(strftime('%s', 'now') AS INTEGER) - 7 * 86400, 1, 0);
