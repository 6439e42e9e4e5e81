-- The details that open runs have to read, of which every program takes some. A row goes with the transaction that stores what was read,
-- and all of them with the end of their run. What was taken lapses unless renewed, by the server's clock in unix seconds. Conversations
-- stand here by the numbers of their rows, so that nothing of an erased one is left.
CREATE TABLE sync_work (
    run_id       BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    vanished     BIGINT NOT NULL,
    taken_by     TEXT COLLATE "C",
    taken_at     BIGINT,
    PRIMARY KEY (run_id, conversation)
);
