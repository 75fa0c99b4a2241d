-- What a member meant by words nobody knew: theirs from then on, and a club's where two picked the same.
CREATE TABLE learned_word (
    member_id BIGINT NOT NULL,
    -- As names are compared: small letters and digits, single spaces.
    words     TEXT   NOT NULL,
    modality  TEXT   NOT NULL,
    -- The club in whose channel they picked it; none in direct messages, and none where the words
    -- around it are nobody else's business.
    guild_id  BIGINT,
    -- Milliseconds since 1970, UTC.
    at        BIGINT NOT NULL,
    PRIMARY KEY (member_id, words)
);

CREATE INDEX learned_word_in_guild ON learned_word (guild_id, words, modality);
