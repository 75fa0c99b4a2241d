-- One run a row. Metres and seconds are whole; a run may lack one of the two.
CREATE TABLE run (
    -- The interaction that logged it.
    origin     BIGINT NOT NULL PRIMARY KEY,
    member_id  BIGINT NOT NULL,
    -- Where it was logged; no guild in direct messages.
    guild_id   BIGINT,
    channel_id BIGINT NOT NULL,
    metres     BIGINT CHECK (metres > 0),
    seconds    BIGINT CHECK (seconds BETWEEN 1 AND 86400),
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
    undone_at  BIGINT
);

CREATE INDEX run_of_member_by_day ON run (member_id, run_day) WHERE undone_at IS NULL;
CREATE INDEX run_of_member_by_time ON run (member_id, at) WHERE undone_at IS NULL;
