-- 1 while the bot isn't in the guild any more: nothing of it comes due.
ALTER TABLE guild ADD COLUMN is_left BIGINT NOT NULL DEFAULT 0 CHECK (is_left IN (0, 1));
-- Milliseconds since 1970, UTC: when that was noticed. What is the guild's is deleted thirty days later.
ALTER TABLE guild ADD COLUMN left_at BIGINT;

CREATE INDEX guild_left ON guild (left_at) WHERE is_left = 1;
