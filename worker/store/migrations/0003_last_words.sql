-- The new trigger takes the last text of a removed turn from the newest version that is
-- not a withdrawal. The old trigger took it from the table quotes, which has no turns
-- of withdrawn transcripts. A turn without its text cannot keep its id when an editor
-- restores it.
DROP TRIGGER versions_follow;
CREATE TRIGGER versions_follow AFTER INSERT ON versions BEGIN
  INSERT OR REPLACE INTO removed_turns (id, turn, version, nearest, speaker, text)
    SELECT new.id, gone.value ->> '$.turn', new.version, gone.value ->> '$.nearest', coalesce(was.speaker, ''), coalesce(was.text, '')
    FROM json_each(new.removed) AS gone LEFT JOIN (
      SELECT value ->> '$.id' AS turn, value ->> '$.speaker' AS speaker, value ->> '$.text' AS text
      FROM json_each((SELECT body FROM versions
        WHERE id = new.id AND version < new.version AND NOT withdrawn AND new.removed <> '[]'
        ORDER BY version DESC LIMIT 1), '$.turns')
      LIMIT -1 -- LIMIT makes SQLite read the turns once, and not again for each removed turn
    ) AS was ON was.turn = gone.value ->> '$.turn';
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

-- Adds the texts to the rows that the old trigger wrote without them.
UPDATE removed_turns SET speaker = was.speaker, text = was.text
FROM (
  SELECT gone.id, gone.turn, coalesce(value ->> '$.speaker', '') AS speaker, value ->> '$.text' AS text
  FROM removed_turns AS gone, json_each((SELECT body FROM versions
    WHERE id = gone.id AND version < gone.version AND NOT withdrawn
    ORDER BY version DESC LIMIT 1), '$.turns')
  WHERE gone.text = '' AND value ->> '$.id' = gone.turn
) AS was
WHERE removed_turns.id = was.id AND removed_turns.turn = was.turn;
