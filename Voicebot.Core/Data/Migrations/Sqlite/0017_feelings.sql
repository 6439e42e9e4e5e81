-- How people felt (scores from -1 to 1, frustration from 0 to 1; the worst moments), how long they waited in the queue, what they said of it,
-- and where a call came from and went: branch, campaign, transfers (JSON, how often by result type).
-- person_key is a hash of the client's whole number, by which people who come back are counted; it is forgotten with the number.
ALTER TABLE conversations ADD COLUMN sentiment_score REAL;
ALTER TABLE conversations ADD COLUMN sentiment_lowest REAL;
ALTER TABLE conversations ADD COLUMN frustration REAL;
ALTER TABLE conversations ADD COLUMN frustration_highest REAL;
ALTER TABLE conversations ADD COLUMN queue_seconds REAL;
ALTER TABLE conversations ADD COLUMN has_comment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN branch_id TEXT;
ALTER TABLE conversations ADD COLUMN campaign_id TEXT;
ALTER TABLE conversations ADD COLUMN person_key INTEGER;
ALTER TABLE conversations ADD COLUMN transfers TEXT;
ALTER TABLE conversation_texts ADD COLUMN comment TEXT;

-- Scores in ten-thousandths, waits in milliseconds: whole numbers add and subtract without noise.
ALTER TABLE daily_figures ADD COLUMN sentiment_positive INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_neutral INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_negative INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_scored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN frustration_scored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN frustration_sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN queue_waited INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN queue_sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;

-- What the vendor's tags are called.
CREATE TABLE tag_names (
    tag_id TEXT PRIMARY KEY,
    title  TEXT NOT NULL
) STRICT;

-- All of it is derived from the vendor's documents: derive it again. The days are counted anew at the next start, because the zone is
-- forgotten: they count tags and versions, too, which rows have had for longer.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations), zone = '';
