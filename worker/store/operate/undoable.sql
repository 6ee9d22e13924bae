-- Lists the transcripts of which a token stored versions. Its values are the key, which is
-- the KEY part or the name of a token, and since, a time: older versions do not count.
--
-- newest is the number of the newest version, and gone says whether it is a withdrawal.
-- last is the last version that the token stored. good is the last version that it did not
-- store; hidden says whether that is a withdrawal or is missing, and thinned whether it
-- was thinned. publisher is the name of the token of the newest version.
WITH own AS MATERIALIZED (
  SELECT id, version FROM versions
  WHERE key IN (SELECT key FROM tokens WHERE key = :key OR name = :key) AND key <> '' AND published_at >= :since
), touched AS (
  SELECT id, max(version) AS last, count(*) AS count,
    (SELECT max(version) FROM versions AS v WHERE v.id = own.id) AS newest,
    (SELECT max(version) FROM versions AS v
      WHERE v.id = own.id AND version NOT IN (SELECT version FROM own AS o WHERE o.id = v.id)) AS good
  FROM own GROUP BY id
)
SELECT touched.id, newest, last, count, good, now.withdrawn AS gone, now.publisher,
  coalesce(was.withdrawn, 1) AS hidden, coalesce(was.thinned, 0) AS thinned
FROM touched
JOIN versions AS now ON now.id = touched.id AND now.version = newest
LEFT JOIN versions AS was ON was.id = touched.id AND was.version = good
ORDER BY touched.id
