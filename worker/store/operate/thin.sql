-- Thins one version of a transcript. Its values are the id and the number of the version.
-- All later versions must be whole, so the oldest version is thinned first.
--
-- A turn stays if the next version has it with other words or another speaker. Otherwise
-- its words are not lost: either the next version has them, or the turn was removed and
-- the table removed_turns has them. The last version that is not a withdrawal stays whole.
UPDATE versions SET thinned = 1, removed = '[]', body = json_set(body, '$.thinned', json('true'), '$.turns', json((
  SELECT json_group_array(json(turn.value) ORDER BY turn.key)
  FROM json_each(versions.body, '$.turns') AS turn JOIN (
    SELECT value ->> '$.id' AS id, value ->> '$.speaker' AS speaker, value ->> '$.text' AS text
    FROM json_each((SELECT body FROM versions WHERE id = :id AND version > :version AND NOT withdrawn
      ORDER BY version LIMIT 1), '$.turns')
    LIMIT -1 -- LIMIT makes SQLite read the turns once, and not again for each turn
  ) AS later ON later.id = turn.value ->> '$.id'
  WHERE later.text IS NOT turn.value ->> '$.text' OR later.speaker IS NOT turn.value ->> '$.speaker'
)))
WHERE id = :id AND version = :version AND NOT withdrawn AND NOT thinned
  AND EXISTS (SELECT 1 FROM versions WHERE id = :id AND version > :version AND NOT withdrawn)
  AND NOT EXISTS (SELECT 1 FROM versions WHERE id = :id AND version > :version AND thinned)
RETURNING version, octet_length(body) AS bytes
