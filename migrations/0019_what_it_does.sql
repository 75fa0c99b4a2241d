-- What a guild's own modality does to the body, by the catalogue's words, parted by commas: "squeeze,heat";
-- '' for nothing that could harm. NULL: nobody said, so that it may do anything.
ALTER TABLE club_modality ADD COLUMN does TEXT;
