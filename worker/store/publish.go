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

// publishSQL stores a version. The file explains when it does not.
//
//go:embed publish.sql
var publishSQL string

// Publish stores a new version (an edition) if its number is one more than that of the
// newest version. Otherwise it stores nothing and returns false. The SQL statement
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

// Head returns the newest version of a transcript. If the newest version only withdraws
// (unpublishes) the transcript, the body is that of the last version with turns.
func (s *Database) Head(ctx context.Context, id string) (h transcript.Head, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT body, newest.version, newest.withdrawn
		FROM versions JOIN (SELECT version, withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1) AS newest
		WHERE id = ?1 AND NOT versions.withdrawn ORDER BY versions.version DESC LIMIT 1`, id).Scan(&h.Body, &h.Version, &h.Withdrawn)
	if errors.Is(err, sql.ErrNoRows) {
		return transcript.Head{}, nil
	}
	return h, err
}

// nearestSQL finds the turn to which readers of a removed turn are sent. The file explains
// how.
//
//go:embed nearest.sql
var nearestSQL string

// maxLinks is how many links from a removed turn to the nearest one are followed. A link
// leads from one version to a later one, so it bounds the work for words that were
// rewritten again and again.
const maxLinks = 200

// NearestSurviving is called for a turn (one speaker's words) that a later version
// removed. It returns the id of the nearest turn that the newest version has. If the
// nearest turns were themselves removed more than [maxLinks] times, it returns the first
// turn of the newest version. The result is "" if the transcript never had the removed
// turn.
func (s *Database) NearestSurviving(ctx context.Context, id, turn string) (nearest string, err error) {
	err = s.db.QueryRowContext(ctx, nearestSQL, id, turn, maxLinks).Scan(&nearest)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return nearest, err
}

// Key returns what the database knows of the token with the KEY part id. For an unknown
// token it is the zero Key.
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
