-- Stores an earlier version of a transcript as its next version. Its values are the id,
-- newest, the number that the newest version must have, and good, the version to restore.
--
-- All turns keep the ids that they had in the restored version. The turns that only the
-- newer version has are removed. As in transcript.Align, the nearest turn is the last one
-- before it that stays, else the first one after it, else the first turn.
INSERT INTO versions (id, version, body, publisher, removed)
SELECT id, :newest + 1, json_set(body, '$.version', :newest + 1, '$.dateModified', strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), 'make undo', (
  WITH staying AS MATERIALIZED (SELECT value ->> '$.id' AS turn FROM json_each(good.body, '$.turns')),
  present AS MATERIALIZED (
    SELECT key AS n, value ->> '$.id' AS turn, value ->> '$.id' IN (SELECT turn FROM staying) AS stays
    FROM json_each((SELECT body FROM versions WHERE id = :id AND NOT withdrawn ORDER BY version DESC LIMIT 1), '$.turns')
  ), placed AS MATERIALIZED (
    SELECT n, turn, stays, coalesce(
      max(iif(stays, n, NULL)) OVER (ORDER BY n ROWS UNBOUNDED PRECEDING),
      min(iif(stays, n, NULL)) OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)) AS near
    FROM present
  )
  SELECT json_group_array(json_object('turn', placed.turn, 'nearest', coalesce(present.turn, good.body ->> '$.turns[0].id')))
  FROM placed LEFT JOIN present ON present.n = placed.near WHERE NOT placed.stays
)
FROM versions AS good
WHERE id = :id AND version = :good AND NOT withdrawn AND NOT thinned
  AND :newest = (SELECT max(version) FROM versions WHERE id = :id)
RETURNING id, version
