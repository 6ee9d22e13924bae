-- Lists the tokens with a KEY part or a name. Its value is the key.
SELECT key, name, revoked_at AS revoked FROM tokens WHERE key = :key OR name = :key
