-- Days that were asked for while a run over other days was on: they follow when it has ended.
ALTER TABLE sync_runs ADD COLUMN then_type TEXT;
ALTER TABLE sync_runs ADD COLUMN then_from TEXT;
ALTER TABLE sync_runs ADD COLUMN then_to   TEXT;

-- What is derived from the vendor's documents has changed (impossible instants and costs, search words without numbers): derive it again.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations);
