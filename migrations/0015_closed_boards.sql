-- Until when the week of a posted board takes entries, in milliseconds since 1970, UTC; none once its
-- places are final, as they are for boards that were posted before this was kept.
ALTER TABLE posted_board ADD COLUMN closes_at BIGINT;

CREATE INDEX posted_board_open ON posted_board (closes_at) WHERE closes_at IS NOT NULL;
