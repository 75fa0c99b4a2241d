-- What a button that others can see opens for its owner: kept here, as its id would tell everyone.
CREATE TABLE behind_button (
    -- The message that asked for it; its time is in it.
    origin    BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL,
    -- As a button of its own would say it: 'flag', 'checkin', 'plan:…'.
    opens     TEXT   NOT NULL
);

CREATE INDEX behind_button_of_member ON behind_button (member_id);
