-- A question about one red flag, for its member alone: what they said may be it, or ordinary.
CREATE TABLE flag_question (
    -- The interaction or message that said it; its time is in it.
    origin      BIGINT NOT NULL PRIMARY KEY,
    member_id   BIGINT NOT NULL,
    -- Which one, as in `flag`; the words themselves are not kept here.
    flag        TEXT   NOT NULL,
    -- Nothing until they answer.
    answer      TEXT CHECK (answer IN ('yes', 'no')),
    -- Milliseconds since 1970, UTC.
    answered_at BIGINT
);

-- Those open have no answer, so they stand side by side.
CREATE INDEX flag_question_of_member ON flag_question (member_id, answer);
