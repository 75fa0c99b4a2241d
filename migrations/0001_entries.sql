-- One logged recovery a row. Plain types only, so that the same text runs on SQLite and PostgreSQL.
CREATE TABLE entry (
    -- The interaction or message that made it, and its place in that.
    origin       BIGINT NOT NULL,
    place        BIGINT NOT NULL,
    member_id    BIGINT NOT NULL,
    -- Where it was logged; no guild in direct messages.
    guild_id     BIGINT,
    channel_id   BIGINT NOT NULL,
    modality     TEXT   NOT NULL,
    minutes      BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    -- YYYY-MM-DD, computed when written: a later change of time zone leaves it.
    recovery_day TEXT   NOT NULL,
    -- Milliseconds since 1970, UTC.
    at           BIGINT NOT NULL,
    note         TEXT,
    -- The door it came through: 'command', 'button' or 'message'.
    source       TEXT   NOT NULL,
    -- Set by Undo. The row stays, so that a redelivered event can't log it anew.
    undone_at    BIGINT,
    -- When it was last taken back or put back: an older click that comes late changes nothing.
    changed_at   BIGINT,
    PRIMARY KEY (origin, place)
);

CREATE INDEX entry_of_member_by_day ON entry (member_id, recovery_day) WHERE undone_at IS NULL;
