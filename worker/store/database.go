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

// Database keeps every version of every published transcript in SQLite or in
// Cloudflare's D1.
//
// D1 has no transactions across statements. So each write is one statement, and a
// reader sees all of the write or none of it. Triggers in the schema update the search
// index.
type Database struct{ db *sql.DB }

// NewDatabase returns the store in db. All migrations must have been applied to db.
func NewDatabase(db *sql.DB) *Database { return &Database{db} }

// Latest returns a transcript's newest version as published, and its number.
// An unknown id gives an error that is [fs.ErrNotExist], with the version 0. A
// withdrawn transcript gives [transcript.ErrWithdrawn], with the version that
// withdrew it.
func (s *Database) Latest(ctx context.Context, id string) (body []byte, version int, err error) {
	row := s.db.QueryRowContext(ctx, `SELECT body, version, withdrawn FROM versions
		WHERE id = ? ORDER BY version DESC LIMIT 1`, id)
	return scanVersion(row, id)
}

// At returns one version as published. Its errors are those of Latest. While a
// transcript is withdrawn, each of its versions gives [transcript.ErrWithdrawn].
func (s *Database) At(ctx context.Context, id string, version int) ([]byte, error) {
	row := s.db.QueryRowContext(ctx, `SELECT body, version,
			withdrawn OR (SELECT withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1)
		FROM versions WHERE id = ?1 AND version = ?2`, id, version)
	body, _, err := scanVersion(row, id)
	return body, err
}

// scanVersion reads a row with the columns body, version and withdrawn.
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

// JSON returns the newest version as published. Its errors are those of Latest.
func (s *Database) JSON(ctx context.Context, id string) ([]byte, error) {
	body, _, err := s.Latest(ctx, id)
	return body, err
}

// Versions lists a transcript's versions, the newest first. Its errors are those of
// Latest.
func (s *Database) Versions(ctx context.Context, id string) ([]transcript.Version, error) {
	versions, err := collect(ctx, s.db, func(rows *sql.Rows) (v transcript.Version, err error) {
		err = rows.Scan(&v.Version, &v.PublishedAt, &v.Withdrawn)
		return v, err
	}, `SELECT version, published_at, withdrawn FROM versions WHERE id = ? ORDER BY version DESC`, id)
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

// Count returns the number of transcripts.
func (s *Database) Count(ctx context.Context) (n int, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT count(*) FROM versions AS v
		WHERE NOT withdrawn AND version = (SELECT max(version) FROM versions WHERE id = v.id)`).Scan(&n)
	return n, err
}

// List returns at most limit transcripts, without their turns, in the order of
// their ids, starting with the first id greater than after.
func (s *Database) List(ctx context.Context, after string, limit int) ([]transcript.Entry, error) {
	return collect(ctx, s.db, scanEntry, `SELECT json_remove(body, '$.turns', '$.corrections'),
			json_array_length(body, '$.turns')
		FROM versions AS v
		WHERE id > ? AND NOT withdrawn AND version = (SELECT max(version) FROM versions WHERE id = v.id)
		ORDER BY id LIMIT ?`, after, limit)
}

// scanEntry reads a row with two columns: a transcript's JSON without its turns, and
// the number of turns.
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

// collect runs a query. It returns a slice of the values that scan reads from the rows.
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
