-- 1 from a change of a guild's times until everyone nudged, and its board, go by them: a crash between
-- leaves it set, and the next start goes on from there.
ALTER TABLE guild ADD COLUMN to_follow BIGINT NOT NULL DEFAULT 0 CHECK (to_follow IN (0, 1));

CREATE INDEX guild_to_follow ON guild (guild_id) WHERE to_follow = 1;
