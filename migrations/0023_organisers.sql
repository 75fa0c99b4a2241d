-- Whom to tell when a guild's messages can't be sent: whoever last set something for it.
ALTER TABLE guild ADD COLUMN organiser BIGINT;
-- Milliseconds since 1970, UTC: when somebody was last told so.
ALTER TABLE guild ADD COLUMN told_at BIGINT;
