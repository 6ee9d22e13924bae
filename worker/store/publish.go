package store

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"quoteline/shared/publisher"
	"quoteline/shared/transcript"
)

// publishSQL stores a version if its number is one more than the number of the newest
// version. The comment in publish.sql says what the statement returns.
//
//go:embed publish.sql
var publishSQL string

// Publish stores a new version (an edition) if its number is one more than the number of
// the newest version. Otherwise it stores nothing and returns false. The SQL statement
// itself compares the numbers. So if two requests publish version 2 at the same time,
// only one of them can store it.
func (s *Database) Publish(ctx context.Context, e *transcript.Edition) (stored bool, err error) {
	removed, err := json.Marshal(e.Removed)
	if err != nil {
		return false, err
	}
	if e.Removed == nil { // the column must be a JSON array, and nil would be encoded as null
		removed = []byte("[]")
	}
	withdrawn := 0
	if e.Withdrawn {
		withdrawn = 1
	}
	var version int
	err = s.db.QueryRowContext(ctx, publishSQL, e.ID, e.Version, string(e.Body), withdrawn, string(removed), e.Key, e.Name).Scan(&version)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("publish %q, version %d: %w", e.ID, e.Version, err)
	}
	return true, nil
}

// Head returns the newest version of a transcript. If the newest version withdraws
// (unpublishes) the transcript, it has no turns. Then the body in the result is the
// body of the last version with turns.
func (s *Database) Head(ctx context.Context, id string) (h transcript.Head, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT body, newest.version, newest.withdrawn
		FROM versions JOIN (SELECT version, withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1) AS newest
		WHERE id = ?1 AND NOT versions.withdrawn ORDER BY versions.version DESC LIMIT 1`, id).Scan(&h.Body, &h.Version, &h.Withdrawn)
	if errors.Is(err, sql.ErrNoRows) {
		return transcript.Head{}, nil
	}
	return h, err
}

// nearestSQL finds the turn that readers see instead of a removed turn. The comment in
// nearest.sql says how.
//
//go:embed nearest.sql
var nearestSQL string

// maxLinks limits the work of finding the nearest turn. For each removed turn, the
// database has a link to the turn that was nearest at the time of the removal. If that
// nearest turn was removed later, it has a link too, and so on. At most maxLinks of
// these links are followed.
const maxLinks = 200

// NearestSurviving returns the id of the turn that readers see instead of a removed turn
// (one speaker's words). It is the nearest turn that the newest version still has. The
// search for that turn ends after [maxLinks] steps from one removed turn to the next.
// Then the result is the first turn of the newest version. The result is "" if the
// transcript has no removed turn with this id.
func (s *Database) NearestSurviving(ctx context.Context, id, turn string) (nearest string, err error) {
	err = s.db.QueryRowContext(ctx, nearestSQL, id, turn, maxLinks).Scan(&nearest)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return nearest, err
}

// Key returns what the database knows about a publisher's token, such as its name. The
// argument id is the KEY part of the token "ql_KEY_SECRET". For an unknown token, the
// result is the zero Key.
func (s *Database) Key(ctx context.Context, id string) (k publisher.Key, err error) {
	var ids string // as in "tv- radio-"
	err = s.db.QueryRowContext(ctx, `SELECT key, name, hash, ids, revoked_at FROM tokens WHERE key = ?`, id).
		Scan(&k.ID, &k.Name, &k.Hash, &ids, &k.RevokedAt)
	if errors.Is(err, sql.ErrNoRows) {
		return publisher.Key{}, nil
	}
	k.IDs = strings.Fields(ids)
	return k, err
}
