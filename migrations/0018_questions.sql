-- What a member said that could mean several things, kept while the buttons that ask about it work:
-- text in a button's id would be read by all and cut short. Rows end after a day and with forget.
CREATE TABLE question (
    -- The interaction or message that said it; its time is in it.
    origin     BIGINT NOT NULL PRIMARY KEY,
    member_id  BIGINT NOT NULL,
    -- Where it was said; no guild in direct messages.
    guild_id   BIGINT,
    channel_id BIGINT NOT NULL,
    -- The door it came through: 'command' or 'message'.
    source     TEXT   NOT NULL,
    -- The words, and what was given beside them.
    said       TEXT   NOT NULL,
    minutes    BIGINT,
    day_said   TEXT,
    note       TEXT,
    -- What is offered, with commas between: 'today,log,log:boots'.
    choices    TEXT   NOT NULL
);

CREATE INDEX question_of_member ON question (member_id);
