-- Lists the tokens and what each of them did. It has no values.
SELECT key, name, ids, note, created_at AS made, revoked_at AS revoked, (
  SELECT count(*) FROM versions WHERE versions.key = tokens.key AND versions.key <> ''
) AS versions, (
  SELECT max(published_at) FROM versions WHERE versions.key = tokens.key AND versions.key <> ''
) AS last FROM tokens ORDER BY created_at
