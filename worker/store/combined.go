package store

import (
	"cmp"
	"context"
	"slices"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
)

// Combined is a store with two kinds of transcripts: those that are compiled into the
// program (built-in), and those in the database. A built-in transcript cannot be
// changed or withdrawn. A request for a built-in transcript does not query the
// database, so it is answered without waiting.
type Combined struct {
	*Database
	files *Files
}

// Combine returns a store with the transcripts in files, which are compiled into the
// program, and the transcripts in the database db.
func Combine(files *Files, db *Database) *Combined { return &Combined{db, files} }

// BuiltIn reports whether the transcript is compiled into the program. Such a
// transcript cannot be published.
func (s *Combined) BuiltIn(id string) bool { return s.files.Has(id) }

// holder is the part of a store that returns single transcripts. Both Files and
// Database implement it.
type holder interface {
	JSON(ctx context.Context, id string) ([]byte, error)
	At(ctx context.Context, id string, version int) ([]byte, error)
	Versions(ctx context.Context, id string) ([]transcript.Version, error)
	NearestSurviving(ctx context.Context, id, turn string) (string, error)
}

// holder returns the store that may have the transcript with this id: files if the
// transcript is compiled into the program, and otherwise the database.
func (s *Combined) holder(id string) holder {
	if s.files.Has(id) {
		return s.files
	}
	return s.Database
}

// JSON returns the newest version of a transcript, byte for byte as it was published.
// For an unknown id it returns an error that is [fs.ErrNotExist]. For a withdrawn
// (unpublished) transcript it returns an error that is [transcript.ErrWithdrawn].
func (s *Combined) JSON(ctx context.Context, id string) ([]byte, error) {
	return s.holder(id).JSON(ctx, id)
}

// Transcript returns the newest version of a transcript, decoded. It returns the same
// errors as the method JSON.
func (s *Combined) Transcript(ctx context.Context, id string) (*transcript.Transcript, error) {
	if s.files.Has(id) {
		return s.files.Transcript(ctx, id)
	}
	body, err := s.Database.JSON(ctx, id)
	if err != nil {
		return nil, err
	}
	return decode(id, body)
}

// At returns the given version of a transcript, byte for byte as it was published. It
// returns the same errors as the method JSON.
func (s *Combined) At(ctx context.Context, id string, version int) ([]byte, error) {
	return s.holder(id).At(ctx, id, version)
}

// Versions lists the versions of a transcript, the newest first. It returns the same
// errors as the method JSON.
func (s *Combined) Versions(ctx context.Context, id string) ([]transcript.Version, error) {
	return s.holder(id).Versions(ctx, id)
}

// NearestSurviving returns the id of the turn that readers see instead of a removed turn
// (one speaker's words). It is the nearest turn that the newest version still has. The
// result is "" if the transcript has no removed turn with this id.
func (s *Combined) NearestSurviving(ctx context.Context, id, turn string) (string, error) {
	return s.holder(id).NearestSurviving(ctx, id, turn)
}

// Count returns the number of transcripts in the database and compiled into the
// program.
func (s *Combined) Count(ctx context.Context) (int, error) {
	published, err := s.Database.Count(ctx)
	return published + len(s.files.ids), err
}

// List returns the first transcripts, sorted by id, whose id is greater than the string
// after. It returns at most limit transcripts.
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

// Search returns the turns that match q. They are sorted by transcript, and within a
// transcript by position.
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

// QuoteCandidates returns turns that may contain a quote with these words. First come
// at most limit turns of transcripts that are compiled into the program, and then at
// most limit turns of the database. In each of the two groups, the most similar turns
// are first.
func (s *Combined) QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error) {
	published, err := s.Database.QuoteCandidates(ctx, words, limit)
	if err != nil {
		return nil, err
	}
	own, err := s.files.QuoteCandidates(ctx, words, limit)
	return append(own, published...), err
}
