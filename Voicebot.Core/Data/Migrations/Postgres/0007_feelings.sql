-- How people felt (scores from -1 to 1, frustration from 0 to 1; the worst moments), how long they waited in the queue, what they said of it,
-- and where a call came from and went: branch, campaign, transfers (JSON, how often by result type).
-- person_key is a hash of the client's whole number, by which people who come back are counted; it is forgotten with the number.
ALTER TABLE conversations ADD COLUMN sentiment_score DOUBLE PRECISION;
ALTER TABLE conversations ADD COLUMN sentiment_lowest DOUBLE PRECISION;
ALTER TABLE conversations ADD COLUMN frustration DOUBLE PRECISION;
ALTER TABLE conversations ADD COLUMN frustration_highest DOUBLE PRECISION;
ALTER TABLE conversations ADD COLUMN queue_seconds DOUBLE PRECISION;
ALTER TABLE conversations ADD COLUMN has_comment BIGINT NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN branch_id TEXT COLLATE "C";
ALTER TABLE conversations ADD COLUMN campaign_id TEXT COLLATE "C";
ALTER TABLE conversations ADD COLUMN person_key BIGINT;
ALTER TABLE conversations ADD COLUMN transfers TEXT COLLATE "C";
ALTER TABLE conversation_texts ADD COLUMN comment TEXT COLLATE "C";

-- Scores in ten-thousandths, waits in milliseconds: whole numbers add and subtract without noise.
ALTER TABLE daily_figures ADD COLUMN sentiment_positive BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_neutral BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_negative BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_scored BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN sentiment_sum BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN frustration_scored BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN frustration_sum BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN queue_waited BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN queue_sum BIGINT NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN comments BIGINT NOT NULL DEFAULT 0;

-- What the vendor's tags are called.
CREATE TABLE tag_names (
    tag_id TEXT COLLATE "C" PRIMARY KEY,
    title  TEXT COLLATE "C" NOT NULL
);

-- All of it is derived from the vendor's documents: derive it again. The days are counted anew at the next start, because the zone is
-- forgotten: they count tags and versions, too, which rows have had for longer.
UPDATE derived_state SET rederive_from = (SELECT COALESCE(MAX(id), 0) FROM conversations), zone = '';
