-- Finds the turn to which readers of a removed turn are sent. The values are:
--   ?1 the id of the transcript
--   ?2 the id of the removed turn
--   ?3 how many links to follow at most
-- The table removed_turns has, for each removed turn, the turn that was nearest then. A
-- later version may have removed that turn too. So the statement follows these links
-- until it finds a turn that was not removed later. Each link leads to a later version.
-- If words were rewritten so often that the links end at no turn of the newest version,
-- the result is its first turn. There is no row if the transcript never had the turn.
WITH RECURSIVE went (turn, version, links) AS (
  SELECT nearest, version, 1 FROM removed_turns WHERE id = ?1 AND turn = ?2
  UNION ALL
  SELECT r.nearest, r.version, went.links + 1 FROM removed_turns AS r JOIN went
    ON r.id = ?1 AND r.turn = went.turn AND r.version > went.version
    WHERE went.links < ?3
)
SELECT coalesce(
  (SELECT turn FROM quotes WHERE id = ?1 AND turn = went.turn),
  (SELECT turn FROM quotes WHERE id = ?1 ORDER BY n LIMIT 1),
  turn
) FROM went ORDER BY links DESC LIMIT 1
