-- Wrong access keys by address, of all programs on this database, by the server's clock in unix seconds. Forgotten after minutes, so
-- that nothing of it is worth writing into the server's log.
CREATE UNLOGGED TABLE failed_attempts (
    address TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    times   BIGINT[] NOT NULL,
    newest  BIGINT NOT NULL
);
