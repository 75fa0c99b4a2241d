-- What was logged in a guild in a week, without looking at anybody else's.
CREATE INDEX entry_in_guild_by_day ON entry (guild_id, recovery_day) WHERE undone_at IS NULL;

-- A week's board as it was posted in a guild: what is logged later leaves it as it is.
CREATE TABLE posted_board (
    guild_id  BIGINT NOT NULL,
    -- YYYY-MM-DD: the Monday of its week.
    monday    TEXT   NOT NULL,
    -- Milliseconds since 1970, UTC.
    posted_at BIGINT NOT NULL,
    -- The club's points and recovery days together, the weeks kept, and how many logged something.
    total     BIGINT NOT NULL,
    days      BIGINT NOT NULL,
    kept      BIGINT NOT NULL,
    took_part BIGINT NOT NULL,
    PRIMARY KEY (guild_id, monday)
);

-- Its places, one each.
CREATE TABLE posted_standing (
    guild_id    BIGINT NOT NULL,
    monday      TEXT   NOT NULL,
    member_id   BIGINT NOT NULL,
    rank        BIGINT NOT NULL,
    -- The place the week before, where there was one.
    rank_before BIGINT,
    points      BIGINT NOT NULL,
    days        BIGINT NOT NULL,
    kept        BIGINT NOT NULL,
    -- The points of each day, Monday first: "5 0 7 9 0 0 1".
    cells       TEXT   NOT NULL,
    -- The modalities done, by their ids: "boots cryo".
    kinds       TEXT   NOT NULL,
    -- Milliseconds since 1970, UTC: when the points were complete.
    reached_at  BIGINT,
    PRIMARY KEY (guild_id, monday, member_id)
);

CREATE INDEX posted_standing_of_member ON posted_standing (member_id);
