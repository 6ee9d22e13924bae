-- Withdraws a transcript. Its values are the id, and newest, the number that the newest
-- version must have.
INSERT INTO versions (id, version, body, withdrawn, publisher)
SELECT :id, :newest + 1, json_object('id', :id, 'version', :newest + 1), 1, 'make undo'
WHERE :newest = (SELECT max(version) FROM versions WHERE id = :id)
RETURNING id, version
