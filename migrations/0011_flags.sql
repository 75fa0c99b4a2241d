-- Words of a member's that a careful clinician would stop at: a red flag a row, open until they are clear.
CREATE TABLE flag (
    -- The interaction or message that said it.
    origin     BIGINT NOT NULL PRIMARY KEY,
    member_id  BIGINT NOT NULL,
    -- Which one: 'chest_pain', 'dvt', …; the words themselves are not kept here.
    flag       TEXT   NOT NULL,
    -- 'emergency', 'same_day' or 'soon'.
    urgency    TEXT   NOT NULL CHECK (urgency IN ('emergency', 'same_day', 'soon')),
    -- Milliseconds since 1970, UTC.
    raised_at  BIGINT NOT NULL,
    -- Set when they say they are clear; nothing while it is open. The row stays, so that a
    -- redelivered event can't raise it anew.
    cleared_at BIGINT
);

-- Those open have no `cleared_at`, so they stand side by side.
CREATE INDEX flag_of_member ON flag (member_id, cleared_at);
