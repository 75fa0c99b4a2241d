-- What a member has set, one row each; what is left empty holds as the club has it.
CREATE TABLE member (
    member_id BIGINT NOT NULL PRIMARY KEY,
    -- An IANA name. Recovery days already written stay as they are when it changes.
    time_zone TEXT
);

-- What a guild has set.
CREATE TABLE guild (
    guild_id  BIGINT NOT NULL PRIMARY KEY,
    time_zone TEXT
);
