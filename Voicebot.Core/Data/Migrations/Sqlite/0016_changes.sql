-- Which conversations a transaction changed, as a JSON list of row ids: what keeps a copy of them in memory reads by it what is newer.
CREATE TABLE conversation_changes (
    number  INTEGER PRIMARY KEY,
    changed TEXT NOT NULL
) STRICT;

-- Where the log begins: whoever knows no older state than this one has missed nothing.
INSERT INTO conversation_changes (changed) VALUES ('[]');
