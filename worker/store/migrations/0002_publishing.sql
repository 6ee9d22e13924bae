-- A withdrawal is a version without a transcript: its body has only id and version. The
-- column removed lists the turns that the previous version had and this version does
-- not have, as [{"turn", "nearest"}]. nearest is the id of a turn of this version.
ALTER TABLE versions ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
ALTER TABLE versions ADD COLUMN removed TEXT NOT NULL DEFAULT '[]' CHECK (json_type(removed) IS 'array');

-- The publishers. A token is "ql_KEY_SECRET". Only its SHA-256 is stored, in hex.
CREATE TABLE tokens (
  key        TEXT NOT NULL PRIMARY KEY,
  hash       TEXT NOT NULL CHECK (length(hash) = 64),
  note       TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

-- The removed turns with their last texts. version is the version that removed the
-- turn. nearest is the turn that was nearest then, to which readers of the removed turn
-- are sent. A later version may have removed nearest too.
CREATE TABLE removed_turns (
  id      TEXT    NOT NULL,
  turn    TEXT    NOT NULL,
  version INTEGER NOT NULL,
  nearest TEXT    NOT NULL,
  speaker TEXT    NOT NULL,
  text    TEXT    NOT NULL,
  PRIMARY KEY (id, turn)
) STRICT, WITHOUT ROWID;

-- The turns of the newest versions, which the search reads.
CREATE TABLE quotes (
  rowid   INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL,
  title   TEXT    NOT NULL, -- of the transcript
  n       INTEGER NOT NULL,
  turn    TEXT    NOT NULL,
  speaker TEXT    NOT NULL,
  topics  TEXT    NOT NULL, -- JSON array of ids
  date    TEXT    NOT NULL, -- the day on which the turn was said, else that of publication; "" if both are unknown
  text    TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX quotes_order ON quotes (id, n);
CREATE UNIQUE INDEX quotes_turn ON quotes (id, turn);
CREATE VIRTUAL TABLE quotes_text USING fts5(
  text, content = 'quotes', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);

-- This trigger updates the tables above when a version is inserted. So one statement
-- publishes everything or nothing.
CREATE TRIGGER versions_follow AFTER INSERT ON versions BEGIN
  INSERT OR REPLACE INTO removed_turns (id, turn, version, nearest, speaker, text)
    SELECT new.id, value ->> '$.turn', new.version, value ->> '$.nearest', coalesce(q.speaker, ''), coalesce(q.text, '')
    FROM json_each(new.removed) LEFT JOIN quotes AS q ON q.id = new.id AND q.turn = value ->> '$.turn';
  INSERT INTO quotes_text (quotes_text, rowid, text)
    SELECT 'delete', rowid, text FROM quotes WHERE id = new.id;
  DELETE FROM quotes WHERE id = new.id;
  -- SQLite must not read title and date from the JSON again for each turn. LIMIT 1
  -- makes it read them once.
  INSERT INTO quotes (id, title, n, turn, speaker, topics, date, text)
    SELECT new.id, whole.title, value ->> '$.n', value ->> '$.id', value ->> '$.speaker', coalesce(value -> '$.topics', '[]'),
      substr(coalesce(value ->> '$.date', whole.date), 1, 10), value ->> '$.text'
    FROM json_each(new.body, '$.turns'),
      (SELECT new.body ->> '$.title' AS title,
        coalesce(new.body ->> '$.recordedAt', new.body ->> '$.datePublished', '') AS date LIMIT 1) AS whole;
  INSERT INTO quotes_text (rowid, text) SELECT rowid, text FROM quotes WHERE id = new.id;
END;
