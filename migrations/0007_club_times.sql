-- Where a club wants what is posted, and when: times that come again, like "20:00" or "sun 19:00".
ALTER TABLE guild ADD COLUMN channel_id BIGINT;
ALTER TABLE guild ADD COLUMN nudge_at TEXT;
ALTER TABLE guild ADD COLUMN board_at TEXT;
