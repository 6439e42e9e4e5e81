-- What people call the evaluation criteria of an agent; conversations hold their ids only.
CREATE TABLE criterion_names (
    agent_id     TEXT NOT NULL,
    criterion_id TEXT NOT NULL,
    name         TEXT NOT NULL,
    PRIMARY KEY (agent_id, criterion_id)
) STRICT, WITHOUT ROWID;
