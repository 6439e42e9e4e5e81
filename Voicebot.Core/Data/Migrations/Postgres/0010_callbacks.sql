-- What people did about those who should be called back. One mark a person, with the conversation through which it was made: so it goes
-- with that conversation, and who the person is stands there alone. until: when one who did not answer comes back to the list;
-- wanted_at: since when somebody wants the person called, whatever the calls were like; tries: calls without an answer.
CREATE TABLE callback_marks (
    conversation BIGINT PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    state        TEXT COLLATE "C" NOT NULL,
    marked_at    BIGINT NOT NULL,
    until        BIGINT,
    wanted_at    BIGINT,
    tries        BIGINT NOT NULL,
    role         TEXT COLLATE "C" NOT NULL,
    who          TEXT COLLATE "C",
    note         TEXT COLLATE "C",
    version      BIGINT NOT NULL
);

-- Whose calls of the last days failed, and whose went well after: decided without touching the rows.
CREATE INDEX conversations_of_people ON conversations (
    start_time, person_key, finished, call_successful, dropout, technical_error, transferred, duration_seconds, agent_id, id)
    WHERE person_key IS NOT NULL AND finished = 1;
