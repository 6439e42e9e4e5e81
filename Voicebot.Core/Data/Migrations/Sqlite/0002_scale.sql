-- Days are no longer stored with each conversation: periods are ranges of start_time, so that a change of the reporting zone touches the aggregates only.
DROP INDEX conversations_by_agent_day;
DROP INDEX conversations_by_start;
ALTER TABLE conversations DROP COLUMN local_day;

-- Response times of the agent's turns in milliseconds, ascending, as a histogram (see Histogram); null without any.
ALTER TABLE conversations ADD COLUMN response_times BLOB;

-- When texts or numbers were forgotten on purpose (retention, erasure, the vendor's deletion): they must not come back.
ALTER TABLE conversations ADD COLUMN texts_forgotten_at INTEGER;
ALTER TABLE conversations ADD COLUMN phones_forgotten_at INTEGER;

-- What lists filter by, in the order of lists: a filter is decided without touching the rows.
CREATE INDEX conversations_by_start ON conversations (
    start_time, id, agent_id, finished, status, call_successful, dropout, transferred, technical_error, agent_handover,
    duration_seconds, end_reason, direction, channel, source, main_language, rating, cost_credits);
CREATE INDEX conversations_by_agent ON conversations (agent_id, start_time);

-- The vendor's documents apart from what lists and exports show: they are ten times as big.
CREATE TABLE conversation_documents (
    id          INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    list_json   TEXT,
    detail_json BLOB
) STRICT;
INSERT INTO conversation_documents (id, list_json, detail_json) SELECT id, list_json, detail_json FROM conversation_texts;
ALTER TABLE conversation_texts DROP COLUMN list_json;
ALTER TABLE conversation_texts DROP COLUMN detail_json;

-- Small answers stand in the row that counts them, as JSON: {"criterion": "result"} and {"tool": [calls, errors]}.
ALTER TABLE conversations ADD COLUMN criteria TEXT;
ALTER TABLE conversations ADD COLUMN tools TEXT;
UPDATE conversations SET criteria = (SELECT json_group_object(criterion_id, result) FROM criterion_results r WHERE r.conversation = conversations.id)
WHERE EXISTS (SELECT 1 FROM criterion_results r WHERE r.conversation = conversations.id);
DROP TABLE criterion_results;

-- Collected data stand with the texts that exports show: {"datum": value}; the row knows which data there are: ["datum"].
ALTER TABLE conversations ADD COLUMN collected_ids TEXT;
ALTER TABLE conversation_texts ADD COLUMN collected TEXT;
UPDATE conversations SET collected_ids = (SELECT json_group_array(data_id) FROM collected_data d WHERE d.conversation = conversations.id)
WHERE EXISTS (SELECT 1 FROM collected_data d WHERE d.conversation = conversations.id);
UPDATE conversation_texts SET collected = (SELECT json_group_object(data_id, json(COALESCE(value, 'null'))) FROM collected_data d WHERE d.conversation = conversation_texts.id)
WHERE EXISTS (SELECT 1 FROM collected_data d WHERE d.conversation = conversation_texts.id);
DROP TABLE collected_data;

-- Words of title, summary and transcript by conversation id; the texts themselves are not stored a second time.
CREATE VIRTUAL TABLE conversation_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2");

-- Figures per agent and local day, kept in the transactions that change conversations. local_day counts days since
-- 0001-01-01 in the reporting zone and is 0 for conversations without a start. Dollars are billionths, so that sums stay exact.
CREATE TABLE daily_figures (
    agent_id       TEXT    NOT NULL,
    local_day      INTEGER NOT NULL,
    total          INTEGER NOT NULL,
    finished       INTEGER NOT NULL,
    successful     INTEGER NOT NULL,
    failed         INTEGER NOT NULL,
    done           INTEGER NOT NULL,
    status_failed  INTEGER NOT NULL,
    duration_count INTEGER NOT NULL,
    duration_sum   INTEGER NOT NULL,
    transfers      INTEGER NOT NULL,
    handovers      INTEGER NOT NULL,
    dropouts       INTEGER NOT NULL,
    transcripts    INTEGER NOT NULL,
    bot_messages   INTEGER NOT NULL,
    messages       INTEGER NOT NULL,
    cost_known     INTEGER NOT NULL,
    cost           INTEGER NOT NULL,
    cost_usd_known INTEGER NOT NULL,
    cost_usd_nanos INTEGER NOT NULL,
    errors         INTEGER NOT NULL,
    inbound        INTEGER NOT NULL,
    outbound       INTEGER NOT NULL,
    PRIMARY KEY (agent_id, local_day)
) STRICT, WITHOUT ROWID;

-- Counts by a key such as a criterion, a tool or an end reason. good and bad are passes and fails, or calls and errors.
CREATE TABLE daily_counts (
    agent_id  TEXT    NOT NULL,
    dimension TEXT    NOT NULL,
    local_day INTEGER NOT NULL,
    key       TEXT    NOT NULL,
    total     INTEGER NOT NULL,
    good      INTEGER NOT NULL,
    bad       INTEGER NOT NULL,
    PRIMARY KEY (agent_id, dimension, local_day, key)
) STRICT, WITHOUT ROWID;

-- How often each value of a measure occurred (see Histogram).
CREATE TABLE daily_histograms (
    agent_id  TEXT    NOT NULL,
    measure   TEXT    NOT NULL,
    local_day INTEGER NOT NULL,
    counts    BLOB    NOT NULL,
    PRIMARY KEY (agent_id, measure, local_day)
) STRICT, WITHOUT ROWID;

-- The zone that the days were counted in (empty: not counted yet), and the highest row whose tools, response times and
-- search words are still to be derived from its stored documents (0: none).
CREATE TABLE derived_state (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    zone          TEXT    NOT NULL,
    rederive_from INTEGER NOT NULL,
    checked_at    INTEGER,
    differences   INTEGER
) STRICT;
INSERT INTO derived_state (id, zone, rederive_from) SELECT 1, '', COALESCE(MAX(id), 0) FROM conversations;
DELETE FROM settings WHERE name = 'bucketed_zone';
