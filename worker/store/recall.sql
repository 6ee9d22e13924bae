-- Asks which turns were removed from a transcript. The values are:
--   ?1 the id of the transcript
--   ?2 a JSON array of speakers and texts, as in [["ann", "Yes."], ["host", "Thanks."]]
--   ?3 a JSON array of ids of turns that do not count for ?2, because they are back
--   ?4 a JSON array of ids of turns
-- A row with n from 0 has the id of a removed turn that is equal to element n of ?2. If
-- there are several, it is the last one. A row with n = -1 has an id of ?4 that a removed
-- turn has.
SELECT n, turn FROM (
  SELECT key AS n, (
    SELECT turn FROM removed_turns
    WHERE id = ?1 AND speaker = asked.value ->> 0 AND text = asked.value ->> 1
      AND turn NOT IN (SELECT value FROM json_each(?3))
    ORDER BY turn DESC LIMIT 1
  ) AS turn FROM json_each(?2) AS asked
) WHERE turn IS NOT NULL
UNION ALL
SELECT -1, value FROM json_each(?4)
WHERE EXISTS (SELECT 1 FROM removed_turns WHERE id = ?1 AND turn = value)
