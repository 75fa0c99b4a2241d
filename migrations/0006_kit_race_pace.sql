-- What a member can get at, by modality, parted by spaces; nothing said is NULL, nothing owned is ''.
ALTER TABLE member ADD COLUMN kit_own TEXT;
ALTER TABLE member ADD COLUMN kit_goto TEXT;

-- The race they train for, or just ran.
ALTER TABLE member ADD COLUMN race_name TEXT;
-- YYYY-MM-DD.
ALTER TABLE member ADD COLUMN race_day TEXT;
ALTER TABLE member ADD COLUMN race_metres BIGINT;

-- A recent result, which their easy pace is worked out from.
ALTER TABLE member ADD COLUMN result_metres BIGINT;
ALTER TABLE member ADD COLUMN result_seconds BIGINT;
-- YYYY-MM-DD.
ALTER TABLE member ADD COLUMN result_day TEXT;
