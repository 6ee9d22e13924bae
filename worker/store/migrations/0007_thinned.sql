-- A thinned version has only those turns whose words the next version changed. So every
-- wording is still there, and unchanged turns are not stored again and again. The command
-- "make thin" (worker/store/operate/thin.sql) makes such rows.
ALTER TABLE versions ADD COLUMN thinned INTEGER NOT NULL DEFAULT 0 CHECK (thinned IN (0, 1));

-- Finds what one token did, without reading all transcripts.
CREATE INDEX versions_key ON versions (key, published_at, id, version) WHERE key <> '';
