-- When a run was last taken back or put back: an older click that comes late changes nothing.
ALTER TABLE run ADD COLUMN changed_at BIGINT;
