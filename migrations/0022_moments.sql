-- When each setting of a member or a guild was last changed, so that an older event that comes late, or
-- comes again, changes nothing.
CREATE TABLE setting_moment (
    -- The member or the guild.
    owner   BIGINT NOT NULL,
    -- Which setting.
    setting TEXT   NOT NULL,
    -- Milliseconds since 1970, UTC: when whoever changed it asked for that.
    at      BIGINT NOT NULL,
    PRIMARY KEY (owner, setting)
);

-- Who was forgotten, and when: all that stays of them, so that no older event brings anything back.
CREATE TABLE forgotten (
    id BIGINT NOT NULL PRIMARY KEY,
    -- Milliseconds since 1970, UTC: when they asked for it.
    at BIGINT NOT NULL
);
