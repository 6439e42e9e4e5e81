-- A retired agent is not asked for and stays in every figure. name is what the vendor calls it, and typed_name, which goes first, what a person does.
ALTER TABLE agents ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agents ADD COLUMN typed_name TEXT;
UPDATE agents SET typed_name = name, name = NULL
WHERE name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.agent_id = agents.agent_id AND c.agent_name = agents.name);

-- Agents that were taken out of the settings while their conversations stayed.
INSERT INTO agents (agent_id, name, position, retired)
SELECT agent_id, substr(MAX(agent_name), 1, 200), 1000000 + ROW_NUMBER() OVER (ORDER BY agent_id), 1
FROM conversations WHERE agent_id NOT IN (SELECT agent_id FROM agents) AND agent_id NOT GLOB '*[^A-Za-z0-9_-]*' GROUP BY agent_id;

-- The details of the last thirty days that were read before this instant (unix seconds) are read again by the run; null: none are.
ALTER TABLE sync_runs ADD COLUMN reread_before INTEGER;
