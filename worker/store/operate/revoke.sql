-- Revokes tokens. Its value is the key, which is the KEY part or the name of a token. No
-- token has a hash of zeros, so a Worker of an older release refuses a revoked token too.
UPDATE tokens SET revoked_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), hash = hex(zeroblob(32))
WHERE (key = :key OR name = :key) AND revoked_at = ''
RETURNING key, name
