package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
)

// Combined serves the compiled-in transcripts and those of the database. Ids of
// compiled-in transcripts cannot be published. A request for one of them never queries
// the database, so it is answered without waiting.
type Combined struct {
	*Database
	files *Files
}

// Combine returns a store with the transcripts of files and of db.
func Combine(files *Files, db *Database) *Combined { return &Combined{db, files} }

// BuiltIn reports whether the id is that of a compiled-in transcript, which cannot be
// published.
func (s *Combined) BuiltIn(id string) bool { return s.files.Has(id) }

// holder is a store of single transcripts: Files or Database.
type holder interface {
	JSON(ctx context.Context, id string) ([]byte, error)
	At(ctx context.Context, id string, version int) ([]byte, error)
	Versions(ctx context.Context, id string) ([]transcript.Version, error)
	NearestSurviving(ctx context.Context, id, turn string) (string, error)
}

// holder returns the only store that may have the transcript id.
func (s *Combined) holder(id string) holder {
	if s.files.Has(id) {
		return s.files
	}
	return s.Database
}

// JSON returns the newest version as published. An unknown id gives an error that is
// [fs.ErrNotExist], and the id of a withdrawn transcript [transcript.ErrWithdrawn].
func (s *Combined) JSON(ctx context.Context, id string) ([]byte, error) {
	return s.holder(id).JSON(ctx, id)
}

// Transcript returns the newest version, decoded. Its errors are those of JSON.
func (s *Combined) Transcript(ctx context.Context, id string) (*transcript.Transcript, error) {
	if s.files.Has(id) {
		return s.files.Transcript(ctx, id)
	}
	body, err := s.Database.JSON(ctx, id)
	if err != nil {
		return nil, err
	}
	t := new(transcript.Transcript)
	if err := json.Unmarshal(body, t); err != nil {
		return nil, fmt.Errorf("transcript %q: %w", id, err)
	}
	return t, nil
}

// At returns one version as published. Its errors are those of JSON.
func (s *Combined) At(ctx context.Context, id string, version int) ([]byte, error) {
	return s.holder(id).At(ctx, id, version)
}

// Versions lists a transcript's versions, the newest first. Its errors are those of
// JSON.
func (s *Combined) Versions(ctx context.Context, id string) ([]transcript.Version, error) {
	return s.holder(id).Versions(ctx, id)
}

// NearestSurviving returns the id of the turn that is nearest to a removed turn. It
// returns "" if the transcript never had the removed turn.
func (s *Combined) NearestSurviving(ctx context.Context, id, turn string) (string, error) {
	return s.holder(id).NearestSurviving(ctx, id, turn)
}

// Count returns the number of transcripts.
func (s *Combined) Count(ctx context.Context) (int, error) {
	published, err := s.Database.Count(ctx)
	return published + len(s.files.ids), err
}

// List returns at most limit transcripts in the order of their ids, starting with
// the first id greater than after.
func (s *Combined) List(ctx context.Context, after string, limit int) ([]transcript.Entry, error) {
	published, err := s.Database.List(ctx, after, limit)
	if err != nil {
		return nil, err
	}
	own, err := s.files.List(ctx, after, limit)
	if err != nil {
		return nil, err
	}
	all := slices.SortedFunc(slices.Values(append(own, published...)), func(a, b transcript.Entry) int {
		return cmp.Compare(a.ID, b.ID)
	})
	return all[:min(limit, len(all))], nil
}

// Search returns the turns that match q, ordered by transcript and turn.
func (s *Combined) Search(ctx context.Context, q *search.Query) ([]search.Hit, error) {
	published, err := s.Database.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	own, err := s.files.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	all := slices.SortedFunc(slices.Values(append(own, published...)), func(a, b search.Hit) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), a.N-b.N)
	})
	return all[:min(q.Limit, len(all))], nil
}

// QuoteCandidates returns turns that may contain a quote with these words: at most
// limit compiled-in turns, and then at most limit turns of the database. Each group has
// the best turns first.
func (s *Combined) QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error) {
	published, err := s.Database.QuoteCandidates(ctx, words, limit)
	if err != nil {
		return nil, err
	}
	own, err := s.files.QuoteCandidates(ctx, words, limit)
	return append(own, published...), err
}
