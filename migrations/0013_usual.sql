-- The latest entries of each modality, without a look at the rest of the log.
CREATE INDEX entry_of_member_by_modality ON entry (member_id, modality, recovery_day, at) WHERE undone_at IS NULL;
