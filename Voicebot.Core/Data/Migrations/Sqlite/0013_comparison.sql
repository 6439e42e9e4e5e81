-- Sums of squares, so that a mean of a period has its spread. The days are counted anew at the next start, because the zone is forgotten.
ALTER TABLE daily_figures ADD COLUMN bot_messages_squared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_figures ADD COLUMN cost_squared         INTEGER NOT NULL DEFAULT 0;
UPDATE derived_state SET zone = '';
