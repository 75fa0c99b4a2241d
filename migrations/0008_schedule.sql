-- Who wants a nudge, when and where: one row a member.
CREATE TABLE reminder (
    member_id   BIGINT NOT NULL PRIMARY KEY,
    -- The club it was asked for in, which says when and where as long as the member doesn't.
    guild_id    BIGINT,
    -- The channel it was asked for in; none in direct messages.
    channel_id  BIGINT,
    -- Where it goes: 'club' (the club's channel, else that one), 'here' (that one), 'direct'.
    place       TEXT   NOT NULL,
    -- The member's own time, like "mon,wed 20:00"; empty while the club's holds.
    own_time    TEXT,
    -- The last day of quiet they asked for, YYYY-MM-DD.
    quiet_until TEXT,
    -- What it goes by now, own or not, and by which clock.
    recurrence  TEXT   NOT NULL,
    time_zone   TEXT   NOT NULL,
    -- When it is due next, as the clock on the wall should show, and in milliseconds since 1970, UTC.
    due_wall    TEXT   NOT NULL,
    due_at      BIGINT NOT NULL
);

-- What is due next, and all who are due alike, without looking at everybody.
CREATE INDEX reminder_due ON reminder (due_at, time_zone, recurrence, due_wall);
CREATE INDEX reminder_of_guild ON reminder (guild_id);

-- What a club has on its calendar: kind 'board'.
CREATE TABLE job (
    kind       TEXT   NOT NULL,
    guild_id   BIGINT NOT NULL,
    recurrence TEXT   NOT NULL,
    time_zone  TEXT   NOT NULL,
    due_wall   TEXT   NOT NULL,
    due_at     BIGINT NOT NULL,
    PRIMARY KEY (kind, guild_id)
);

CREATE INDEX job_due ON job (due_at);

-- One due occurrence a row, so that it comes once.
CREATE TABLE job_run (
    -- Made of the three that follow, which name it.
    run_id   BIGINT NOT NULL PRIMARY KEY,
    -- 'nudge', 'snooze' or 'board'.
    kind     TEXT   NOT NULL,
    -- Whose: time zone and recurrence for nudges, the tap for a snooze, the guild for a board.
    scope    TEXT   NOT NULL,
    -- The local time it was due at, as the clock on the wall should have shown.
    wall     TEXT   NOT NULL,
    -- The recovery day it is about.
    day      TEXT   NOT NULL,
    due_at   BIGINT NOT NULL,
    -- How many it would have gone to, where it came too late to go to anyone.
    skipped  BIGINT NOT NULL DEFAULT 0
);

-- What is long over, to be dropped.
CREATE INDEX job_run_due ON job_run (due_at);

-- One message owed to a channel or a member.
CREATE TABLE delivery (
    run_id     BIGINT NOT NULL,
    -- The channel it goes to, or the member it goes to directly.
    target     BIGINT NOT NULL,
    is_direct  BIGINT NOT NULL CHECK (is_direct IN (0, 1)),
    -- Which of the run's messages to this target, from 0.
    part       BIGINT NOT NULL,
    guild_id   BIGINT,
    -- Where a direct message goes whose member takes none.
    instead    BIGINT,
    -- Whether that is where it goes now.
    is_instead BIGINT NOT NULL DEFAULT 0 CHECK (is_instead IN (0, 1)),
    -- 'owed', 'sent', 'void' (nobody to tell any more) or 'dropped'.
    state      TEXT   NOT NULL DEFAULT 'owed',
    -- When it may be taken in hand: whoever does puts this off by a lease, and leaves a mark.
    ready_at   BIGINT NOT NULL,
    claim      BIGINT,
    -- From when on it is too late to be of use.
    stale_at   BIGINT NOT NULL,
    tries      BIGINT NOT NULL DEFAULT 0,
    -- What went wrong last: 'channel_gone', 'no_access', 'no_permission', 'dms_closed', 'refused',
    -- 'unreachable', 'too_late'.
    trouble    TEXT,
    sent_at    BIGINT,
    PRIMARY KEY (run_id, target, is_direct, part)
);

CREATE INDEX delivery_owed ON delivery (ready_at) WHERE state = 'owed';
CREATE INDEX delivery_to_member ON delivery (target) WHERE is_direct = 1;
CREATE INDEX delivery_trouble ON delivery (guild_id, stale_at) WHERE trouble IS NOT NULL;

-- Whom a nudge is for, and by which message.
CREATE TABLE nudge (
    run_id    BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    target    BIGINT NOT NULL,
    is_direct BIGINT NOT NULL,
    part      BIGINT NOT NULL,
    PRIMARY KEY (run_id, target, is_direct, part, member_id)
);

CREATE INDEX nudge_of_member ON nudge (member_id);

-- A member's first tap on a button of a nudge that should do something once.
CREATE TABLE nudge_tap (
    run_id    BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    -- 'rest' or 'snooze'.
    wish      TEXT   NOT NULL,
    -- The interaction; a second tap counts as this one.
    origin    BIGINT NOT NULL,
    PRIMARY KEY (run_id, member_id, wish)
);

CREATE INDEX nudge_tap_of_member ON nudge_tap (member_id);
