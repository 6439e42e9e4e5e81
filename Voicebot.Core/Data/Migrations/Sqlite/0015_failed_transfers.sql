-- A transfer that failed by its result is none: end reasons and drop-outs of stored conversations are derived again.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations);
