-- Who published: each version has the KEY part of the token and the token's name.
-- Versions of older releases have neither, and a Worker of an older release writes
-- neither.
ALTER TABLE versions ADD COLUMN key TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN publisher TEXT NOT NULL DEFAULT '';

-- The column ids has the beginnings of the transcript ids that a token may publish, as in
-- 'tv- radio-'. It is empty for all ids. The hash covers the ids too
-- (shared/publisher). A revoked token has the time, and a hash of zeros that no token
-- has. So a Worker of an older release, which does not read the new columns, refuses
-- revoked and bound tokens.
ALTER TABLE tokens ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN ids TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN revoked_at TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX tokens_name ON tokens (name) WHERE name <> '' AND revoked_at = '';
