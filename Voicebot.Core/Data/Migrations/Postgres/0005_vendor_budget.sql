-- The requests that all programs together may have under way at the vendor. The one row is the lock for whoever changes the shares, and
-- counts how often the vendor asked to slow down.
CREATE TABLE vendor_budget (
    id        BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    slowdowns BIGINT NOT NULL
);
INSERT INTO vendor_budget (id, slowdowns) VALUES (1, 0);

-- What each program at work has of them; it lapses unless renewed.
CREATE TABLE vendor_shares (
    owner      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    wanted     BIGINT NOT NULL,
    places     BIGINT NOT NULL,
    renewed_at BIGINT NOT NULL
);
