-- What a member has set, one row each; what is left empty holds as the club has it.
CREATE TABLE member (
    member_id BIGINT NOT NULL PRIMARY KEY,
    -- An IANA name. Recovery days already written stay as they are when it changes.
    time_zone TEXT,
    -- Whether they take part in the boards of their clubs.
    on_board  BIGINT NOT NULL DEFAULT 1 CHECK (on_board IN (0, 1)),
    -- Recovery days that keep a week.
    week_goal BIGINT CHECK (week_goal BETWEEN 3 AND 7),
    -- What each weekday holds, Monday first: "rest easy workout easy easy easy long".
    training  TEXT,
    -- What distances are told in: 'km' or 'mi'.
    units     TEXT
);

-- What a guild has set.
CREATE TABLE guild (
    guild_id  BIGINT NOT NULL PRIMARY KEY,
    time_zone TEXT
);

-- Days a member doesn't count on keeping up, first and last; no last day while the end is open.
CREATE TABLE pause (
    -- The interaction that asked for it.
    origin    BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL,
    from_day  TEXT   NOT NULL,
    until_day TEXT
);

CREATE INDEX pause_of_member ON pause (member_id, from_day);

-- To forget a member's undone entries too, without looking at everybody's.
CREATE INDEX undone_entry_of_member ON entry (member_id) WHERE undone_at IS NOT NULL;
