-- Those who are due alike, guild by guild, so that they are written down a page at a time.
DROP INDEX reminder_due;
CREATE INDEX reminder_due ON reminder (due_at, time_zone, recurrence, due_wall, guild_id, member_id);
