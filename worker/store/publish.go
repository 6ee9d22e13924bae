package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"quoteline/shared/transcript"
)

// Publish stores a new version (an edition) if its number follows that of the newest
// version. It reports whether it did. The SQL statement itself compares the numbers, so
// only one of two concurrent writers can store version 2.
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
	err = s.db.QueryRowContext(ctx, `INSERT INTO versions (id, version, body, withdrawn, removed)
		SELECT ?1, ?2, ?3, ?4, ?5
		WHERE ?2 = 1 + coalesce((SELECT max(version) FROM versions WHERE id = ?1), 0)
		RETURNING version`, e.ID, e.Version, string(e.Body), withdrawn, string(removed)).Scan(&version)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("publish %q, version %d: %w", e.ID, e.Version, err)
	}
	return true, nil
}

// Head returns the newest version, on which the next one is based. If the newest
// version is a withdrawal, the body is that of the last version before it with turns.
func (s *Database) Head(ctx context.Context, id string) (h transcript.Head, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT body, newest.version, newest.withdrawn
		FROM versions JOIN (SELECT version, withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1) AS newest
		WHERE id = ?1 AND NOT versions.withdrawn ORDER BY versions.version DESC LIMIT 1`, id).Scan(&h.Body, &h.Version, &h.Withdrawn)
	if errors.Is(err, sql.ErrNoRows) {
		return transcript.Head{}, nil
	}
	return h, err
}

// RemovedTurns returns the turns that were in an earlier version and dropped by a later
// one: their ids, speakers and last texts. Some of them may have been restored since.
func (s *Database) RemovedTurns(ctx context.Context, id string) ([]transcript.Turn, error) {
	return collect(ctx, s.db, func(rows *sql.Rows) (turn transcript.Turn, err error) {
		err = rows.Scan(&turn.ID, &turn.Speaker, &turn.Text)
		return turn, err
	}, `SELECT turn, speaker, text FROM removed_turns WHERE id = ? ORDER BY turn`, id)
}

// NearestSurviving returns the id of the turn that is nearest to a removed turn. The
// turn that was nearest when the turn was removed may have been removed by a later
// version, so the query follows the chain of nearest turns. The chain ends, because
// each step leads to a later version. The result is "" if the transcript never had the
// removed turn.
func (s *Database) NearestSurviving(ctx context.Context, id, turn string) (nearest string, err error) {
	err = s.db.QueryRowContext(ctx, `WITH RECURSIVE went (turn, version) AS (
			SELECT nearest, version FROM removed_turns WHERE id = ?1 AND turn = ?2
			UNION ALL
			SELECT r.nearest, r.version FROM removed_turns AS r JOIN went
				ON r.id = ?1 AND r.turn = went.turn AND r.version > went.version
		) SELECT turn FROM went ORDER BY version DESC LIMIT 1`, id, turn).Scan(&nearest)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return nearest, err
}

// TokenHash returns the SHA-256, in hex, of the token with that key. It returns ""
// for an unknown key.
func (s *Database) TokenHash(ctx context.Context, key string) (hash string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT hash FROM tokens WHERE key = ?`, key).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return hash, err
}
