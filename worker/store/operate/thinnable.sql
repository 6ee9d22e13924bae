-- Lists the versions of a transcript that can be thinned, the oldest first. Its values are
-- the id, and keep: how many of the newest versions stay whole.
SELECT version, octet_length(body) + octet_length(removed) AS bytes FROM versions
WHERE id = :id AND NOT withdrawn AND NOT thinned
  AND version <= (SELECT max(version) FROM versions WHERE id = :id) - :keep
  AND version < (SELECT max(version) FROM versions WHERE id = :id AND NOT withdrawn)
ORDER BY version
