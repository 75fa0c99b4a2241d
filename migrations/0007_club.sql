-- Where the club's own messages go; the channel a thing was asked for in, where none is set.
ALTER TABLE guild ADD COLUMN channel_id BIGINT;
-- When the nudge comes to those who asked for one and named no time of their own, as organisers
-- type it: "20:00", "mon,wed 19:30", cron; 'off' for never. NULL: not said, which is 20:00.
ALTER TABLE guild ADD COLUMN nudge_at TEXT;
-- When the board is posted, likewise.
ALTER TABLE guild ADD COLUMN board_at TEXT;
-- Milliseconds since 1970, UTC: when the guild was first seen, which is when it is said hello to.
ALTER TABLE guild ADD COLUMN seen_at BIGINT;

-- A modality that only this guild has.
CREATE TABLE club_modality (
    guild_id BIGINT NOT NULL,
    -- The id its entries keep; it names the guild, too, so that no other guild has it.
    modality TEXT   NOT NULL,
    name     TEXT   NOT NULL,
    -- Its other names, parted by commas.
    aliases  TEXT   NOT NULL,
    shortest BIGINT NOT NULL,
    usual    BIGINT NOT NULL,
    longest  BIGINT NOT NULL,
    per_day  BIGINT NOT NULL,
    per_week BIGINT NOT NULL,
    -- 1 once it was taken away: it is offered no more, and its entries keep their name.
    removed  BIGINT NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    PRIMARY KEY (guild_id, modality)
);
