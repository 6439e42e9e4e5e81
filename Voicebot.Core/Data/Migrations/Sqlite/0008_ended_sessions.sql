-- Sessions that somebody ended, so that they stay ended after a restart and in every process, until they would have expired (unix seconds).
CREATE TABLE ended_sessions (
    id         TEXT NOT NULL PRIMARY KEY,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
