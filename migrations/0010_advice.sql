-- Which edition of a modality's cautions a member has been shown with a plan.
CREATE TABLE caution_seen (
    member_id BIGINT NOT NULL,
    modality  TEXT   NOT NULL,
    -- Changes with the words of the cautions, which are then shown again.
    edition   BIGINT NOT NULL,
    PRIMARY KEY (member_id, modality)
);
