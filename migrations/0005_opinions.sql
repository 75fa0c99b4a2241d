-- What a member says about a modality to one club: would they do it again, and a one-line tip.
CREATE TABLE opinion (
    guild_id  BIGINT NOT NULL,
    modality  TEXT   NOT NULL,
    member_id BIGINT NOT NULL,
    -- 1 would, 0 would not; nothing said is NULL.
    again     BIGINT,
    tip       TEXT,
    -- Milliseconds since 1970, UTC: when it last changed.
    at        BIGINT NOT NULL,
    PRIMARY KEY (guild_id, modality, member_id)
);

CREATE INDEX opinion_of_member ON opinion (member_id);
