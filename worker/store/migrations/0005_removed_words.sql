-- A new version asks for removed turns by speaker and text (worker/store/recall.sql).
-- With this index, the question reads one row for each turn that it asks about, however
-- many turns earlier versions removed. SQLite fills the index for existing rows. It also
-- keeps the index up to date for a Worker of an older release.
CREATE INDEX removed_turns_said ON removed_turns (id, speaker, text);
