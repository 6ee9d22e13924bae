package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"quoteline/shared/transcript"
)

// Database is a store with every version of every published transcript. The database is
// SQLite or Cloudflare's D1, which is based on SQLite.
//
// D1 has no transactions of several statements. So each write is one SQL statement, and
// a reader sees either all of the write or none of it. Triggers in the database schema
// update the search index.
type Database struct{ db *sql.DB }

// NewDatabase returns the store in the database db. All migrations in the folder
// migrations must have been applied to db.
func NewDatabase(db *sql.DB) *Database { return &Database{db} }

// Latest returns the newest version of a transcript, byte for byte as it was published,
// and its number. For an unknown id it returns the number 0 and an error that is
// [fs.ErrNotExist]. For a withdrawn (unpublished) transcript it returns an error that
// is [transcript.ErrWithdrawn], and the number of the version that withdrew the
// transcript.
func (s *Database) Latest(ctx context.Context, id string) (body []byte, version int, err error) {
	row := s.db.QueryRowContext(ctx, `SELECT body, version, withdrawn FROM versions
		WHERE id = ? ORDER BY version DESC LIMIT 1`, id)
	return scanVersion(row, id)
}

// At returns the given version of a transcript, byte for byte as it was published. It
// returns the same errors as the method Latest. While a transcript is withdrawn
// (unpublished), each of its versions gives [transcript.ErrWithdrawn].
func (s *Database) At(ctx context.Context, id string, version int) ([]byte, error) {
	row := s.db.QueryRowContext(ctx, `SELECT body, version,
			withdrawn OR (SELECT withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1)
		FROM versions WHERE id = ?1 AND version = ?2`, id, version)
	body, _, err := scanVersion(row, id)
	return body, err
}

// scanVersion reads a database row with the columns body, version and withdrawn.
func scanVersion(row *sql.Row, id string) (body []byte, version int, err error) {
	var withdrawn bool
	err = row.Scan(&body, &version, &withdrawn)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, 0, unknown(id)
	case err != nil:
		return nil, 0, fmt.Errorf("transcript %q: %w", id, err)
	case withdrawn:
		return nil, version, fmt.Errorf("transcript %q: %w", id, transcript.ErrWithdrawn)
	}
	return body, version, nil
}

// unknown returns the error for an id that no transcript has.
func unknown(id string) error { return fmt.Errorf("transcript %q: %w", id, fs.ErrNotExist) }

// JSON returns the newest version of a transcript, byte for byte as it was published.
// It returns the same errors as the method Latest.
func (s *Database) JSON(ctx context.Context, id string) ([]byte, error) {
	body, _, err := s.Latest(ctx, id)
	return body, err
}

// Versions lists the versions of a transcript, the newest first. It returns the same
// errors as the method Latest.
func (s *Database) Versions(ctx context.Context, id string) ([]transcript.Version, error) {
	versions, err := collect(ctx, s.db, func(rows *sql.Rows) (v transcript.Version, err error) {
		err = rows.Scan(&v.Version, &v.PublishedAt, &v.Withdrawn, &v.Thinned, &v.Key, &v.Name)
		return v, err
	}, `SELECT version, published_at, withdrawn, thinned, key, publisher FROM versions WHERE id = ? ORDER BY version DESC`, id)
	switch {
	case err != nil:
		return nil, err
	case len(versions) == 0:
		return nil, unknown(id)
	case versions[0].Withdrawn:
		return nil, fmt.Errorf("transcript %q: %w", id, transcript.ErrWithdrawn)
	}
	return versions, nil
}

// Count returns the number of transcripts that are published and not withdrawn.
func (s *Database) Count(ctx context.Context) (n int, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT count(*) FROM versions AS v
		WHERE NOT withdrawn AND version = (SELECT max(version) FROM versions WHERE id = v.id)`).Scan(&n)
	return n, err
}

// List returns the first transcripts, sorted by id, whose id is greater than the string
// after. It returns at most limit transcripts, without their turns.
func (s *Database) List(ctx context.Context, after string, limit int) ([]transcript.Entry, error) {
	return collect(ctx, s.db, scanEntry, `SELECT json_remove(body, '$.turns', '$.corrections'),
			json_array_length(body, '$.turns')
		FROM versions AS v
		WHERE id > ? AND NOT withdrawn AND version = (SELECT max(version) FROM versions WHERE id = v.id)
		ORDER BY id LIMIT ?`, after, limit)
}

// scanEntry reads a database row with two columns: the JSON of a transcript without its
// turns, and the number of its turns.
func scanEntry(rows *sql.Rows) (e transcript.Entry, err error) {
	var head []byte
	var turns int
	if err := rows.Scan(&head, &turns); err != nil {
		return e, err
	}
	var t transcript.Transcript
	if err := json.Unmarshal(head, &t); err != nil {
		return e, err
	}
	e = transcript.EntryOf(&t)
	e.Turns = turns
	return e, nil
}

// collect runs a query. It calls scan for each row, and returns a slice of the values
// that scan returns.
func collect[V any](ctx context.Context, db *sql.DB, scan func(*sql.Rows) (V, error), query string, args ...any) ([]V, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := []V{}
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}
