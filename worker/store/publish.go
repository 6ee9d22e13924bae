package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"quoteline/shared/transcript"
)

// Publish stores an edition if its version is the next one, and reports
// whether it was. The comparison is part of the statement, so that of two
// editions of one version only one is stored.
func (s *Database) Publish(ctx context.Context, e *transcript.Edition) (stored bool, err error) {
	removed, err := json.Marshal(e.Removed)
	if err != nil {
		return false, err
	}
	if e.Removed == nil {
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

// Head returns what the next edition of a transcript follows.
func (s *Database) Head(ctx context.Context, id string) (h transcript.Head, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT body, newest.version, newest.withdrawn
		FROM versions JOIN (SELECT version, withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1) AS newest
		WHERE id = ?1 AND NOT versions.withdrawn ORDER BY versions.version DESC LIMIT 1`, id).Scan(&h.Body, &h.Version, &h.Withdrawn)
	if errors.Is(err, sql.ErrNoRows) {
		return transcript.Head{}, nil
	}
	return h, err
}

// RemovedTurns returns the turns that a transcript had once and lost: their ids,
// speakers and last words. Some may have come back since.
func (s *Database) RemovedTurns(ctx context.Context, id string) ([]transcript.Turn, error) {
	return collect(ctx, s.db, func(rows *sql.Rows) (turn transcript.Turn, err error) {
		err = rows.Scan(&turn.ID, &turn.Speaker, &turn.Text)
		return turn, err
	}, `SELECT turn, speaker, text FROM removed_turns WHERE id = ? ORDER BY turn`, id)
}

// NearestSurviving returns the turn of the newest version that is nearest to one that
// was removed. What was nearest then may have been removed since, by a later
// version each time; so the search ends. It returns "" for a turn that never was.
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

// TokenHash returns the SHA-256, in hex, of the token with that key, and ""
// when there is none.
func (s *Database) TokenHash(ctx context.Context, key string) (hash string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT hash FROM tokens WHERE key = ?`, key).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return hash, err
}
