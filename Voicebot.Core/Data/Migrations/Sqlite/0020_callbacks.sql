-- What people did about those who should be called back. One mark a person, with the conversation through which it was made: so it goes
-- with that conversation, and who the person is stands there alone. until: when one who did not answer comes back to the list;
-- wanted_at: since when somebody wants the person called, whatever the calls were like; tries: calls without an answer.
CREATE TABLE callback_marks (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    state        TEXT NOT NULL,
    marked_at    INTEGER NOT NULL,
    until        INTEGER,
    wanted_at    INTEGER,
    tries        INTEGER NOT NULL,
    role         TEXT NOT NULL,
    who          TEXT,
    note         TEXT,
    version      INTEGER NOT NULL
) STRICT;

-- Whose calls of the last days failed, and whose went well after: decided without touching the rows.
CREATE INDEX conversations_of_people ON conversations (
    start_time, person_key, finished, call_successful, dropout, technical_error, transferred, duration_seconds, agent_id)
    WHERE person_key IS NOT NULL AND finished = 1;
