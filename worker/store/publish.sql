-- Stores a version of a transcript if its number is one more than that of the newest
-- version. The statement returns the number if it stored the version, else no row.
INSERT INTO versions (id, version, body, withdrawn, removed, key, publisher)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
WHERE ?2 = 1 + coalesce((SELECT max(version) FROM versions WHERE id = ?1), 0)
RETURNING version
