-- One answered question of a check-in a row: raw answers, each with the scale it was given on.
CREATE TABLE checkin_answer (
    member_id    BIGINT NOT NULL,
    -- YYYY-MM-DD, computed when written: a later change of time zone leaves it.
    recovery_day TEXT   NOT NULL,
    -- 'soreness', 'sleep', 'energy', 'slept', 'areas' or 'words'.
    question     TEXT   NOT NULL,
    -- A level, minutes slept, areas parted by spaces, or the member's own words.
    answer       TEXT   NOT NULL,
    -- How to read it: 'worst5' (1 none … 5 worst), 'best5' (1 poor … 5 best), 'minutes', 'areas', 'text'.
    scale        TEXT   NOT NULL,
    -- The interaction that gave it. An older one that comes again, or late, changes nothing.
    origin       BIGINT NOT NULL,
    PRIMARY KEY (member_id, recovery_day, question)
);
