-- Which conversations a transaction changed, as a JSON list of row ids: what keeps a copy of them in memory reads by it what is newer.
-- Transactions end in another order than they begin, so that each entry says which one it belongs to.
CREATE SEQUENCE conversation_change_numbers;
CREATE TABLE conversation_changes (
    number         BIGINT PRIMARY KEY DEFAULT nextval('conversation_change_numbers'),
    changed        TEXT COLLATE "C" NOT NULL,
    transaction_id BIGINT NOT NULL DEFAULT CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)
);
CREATE INDEX conversation_changes_by_transaction ON conversation_changes (transaction_id);

-- Where the log begins: whoever knows no older state than this one has missed nothing.
INSERT INTO conversation_changes (changed) VALUES ('[]');
