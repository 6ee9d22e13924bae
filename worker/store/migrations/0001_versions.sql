-- A row is one version of a transcript, with all of its JSON. D1 has no transactions
-- across statements, so a version is published by one INSERT. Rows never change. The
-- newest version has the highest number.
CREATE TABLE versions (
  id           TEXT    NOT NULL,
  version      INTEGER NOT NULL CHECK (version > 0),
  body         TEXT    NOT NULL CHECK (json_valid(body)),
  published_at TEXT    NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  PRIMARY KEY (id, version),
  -- IS and not "=": for a missing member "=" gives NULL, and a CHECK accepts NULL.
  CHECK (body ->> '$.id' IS id AND body ->> '$.version' IS version)
) STRICT;
