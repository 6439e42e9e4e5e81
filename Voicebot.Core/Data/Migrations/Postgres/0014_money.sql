-- How the owner counts money (JSON; one row, and none before anything was set).
CREATE TABLE money_settings (
    id         BIGINT PRIMARY KEY CHECK (id = 1),
    settings   TEXT COLLATE "C" NOT NULL,
    version    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- What a cost is made of, as far as the vendor's document says: billionths of a dollar by part (JSON). Derived from the documents again;
-- the days follow row by row.
ALTER TABLE conversations ADD COLUMN cost_parts TEXT COLLATE "C";
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations);
