-- The row that whoever changes an agent's conversations holds until the commit: locked before anything is read, several in the order of
-- the agents. It counts the changes, and is there for agents that nobody configured, too.
CREATE TABLE agent_writes (
    agent_id     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    data_version BIGINT NOT NULL
) WITH (fillfactor = 20);

-- Ids of conversations, which several programs make at once.
CREATE SEQUENCE conversation_ids;
SELECT setval('conversation_ids', (SELECT COALESCE(MAX(id), 0) + 1 FROM conversations), false);
