-- The tokenizer unicode61 takes a run of ideographs for one word. So the texts in the
-- table quotes have U+0001, which no transcript contains, before and after each
-- ideograph. Then the tokenizer takes each ideograph for a word. worker/store/search.go
-- splits queries in the same way.

-- The numbers from 0 to 999, with which the trigger counts: a trigger may not use WITH
-- RECURSIVE.
CREATE TABLE ordinals (n INTEGER PRIMARY KEY) STRICT;
WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < 999)
  INSERT INTO ordinals (n) SELECT n FROM counted;

-- Characters from U+2E80 on count as ideographs. The trigger cuts a text into blocks of
-- 1000 characters, because substr is slow for characters far from the start. Each block
-- also has the character before it. Texts of 1,000,000 bytes and more are not changed:
-- with U+0001 around each ideograph they could exceed 2,000,000 bytes, the limit of a
-- row in D1.
CREATE TRIGGER quotes_apart AFTER INSERT ON quotes
WHEN new.text GLOB '*[' || char(0x2E80) || '-' || char(0x10FFFF) || ']*' AND octet_length(new.text) < 1000000 BEGIN
  UPDATE quotes SET text = (
    SELECT group_concat(
      iif(substr(block.text, at.n + 1, 1) >= char(0x2E80) OR substr(block.text, at.n + 2, 1) >= char(0x2E80), char(1), '')
        || substr(block.text, at.n + 2, 1), '' ORDER BY block.n, at.n)
    FROM (SELECT n, substr(' ' || new.text, 1000 * n + 1, 1001) AS text FROM ordinals
      WHERE 1000 * n < length(new.text) LIMIT -1) AS block -- LIMIT makes SQLite cut each block once
    JOIN ordinals AS at ON at.n < length(block.text) - 1
  ) WHERE rowid = new.rowid;
END;

-- Inserts the existing rows again, so that the trigger splits their texts.
INSERT INTO quotes_text (quotes_text, rowid, text)
  SELECT 'delete', rowid, text FROM quotes WHERE text GLOB '*[' || char(0x2E80) || '-' || char(0x10FFFF) || ']*';
INSERT OR REPLACE INTO quotes SELECT * FROM quotes WHERE text GLOB '*[' || char(0x2E80) || '-' || char(0x10FFFF) || ']*';
INSERT INTO quotes_text (rowid, text)
  SELECT rowid, text FROM quotes WHERE text GLOB '*[' || char(0x2E80) || '-' || char(0x10FFFF) || ']*';
