-- A file may hold several runs, and a run may take longer than a day. SQLite can loosen neither a key nor a
-- CHECK, so the table is made anew with all that was in it.
CREATE TABLE run_anew (
    -- The interaction or message that logged it, and its place among the runs of that, from 0.
    origin     BIGINT NOT NULL,
    place      BIGINT NOT NULL,
    member_id  BIGINT NOT NULL,
    -- Where it was logged; no guild in direct messages.
    guild_id   BIGINT,
    channel_id BIGINT NOT NULL,
    metres     BIGINT CHECK (metres > 0),
    seconds    BIGINT CHECK (seconds > 0),
    -- 'easy', 'long', 'workout', 'race', or nobody said.
    kind       TEXT,
    -- 'km' or 'mi': what the member reads distances in.
    unit       TEXT   NOT NULL,
    -- YYYY-MM-DD, computed when written: a later change of time zone leaves it.
    run_day    TEXT   NOT NULL,
    -- Milliseconds since 1970, UTC: when the run began, where a file tells.
    started_at BIGINT,
    -- Milliseconds since 1970, UTC: when it was logged.
    at         BIGINT NOT NULL,
    -- Set by Undo. The row stays, so that a redelivered event can't log it anew.
    undone_at  BIGINT,
    -- When it was last taken back or put back: an older click that comes late changes nothing.
    changed_at BIGINT,
    PRIMARY KEY (origin, place)
);

INSERT INTO run_anew (origin, place, member_id, guild_id, channel_id, metres, seconds, kind, unit, run_day,
                      started_at, at, undone_at, changed_at)
SELECT origin, 0, member_id, guild_id, channel_id, metres, seconds, kind, unit, run_day,
       started_at, at, undone_at, changed_at
FROM run;

DROP TABLE run;

ALTER TABLE run_anew RENAME TO run;

CREATE INDEX run_of_member_by_day ON run (member_id, run_day) WHERE undone_at IS NULL;
CREATE INDEX run_of_member_by_time ON run (member_id, at) WHERE undone_at IS NULL;
