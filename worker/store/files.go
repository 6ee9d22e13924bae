package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
)

// Has reports whether the folder has a transcript with the given id.
func (s *Files) Has(id string) bool {
	_, known := slices.BinarySearch(s.ids, id)
	return known
}

// At returns the given version of a transcript, byte for byte as it was published. A
// transcript in the folder has only one version. For any other number, the error is
// [fs.ErrNotExist].
func (s *Files) At(ctx context.Context, id string, version int) ([]byte, error) {
	t, err := s.Transcript(ctx, id)
	if err != nil {
		return nil, err
	}
	if version != t.Version {
		return nil, unknown(id)
	}
	return s.JSON(ctx, id)
}

// Versions lists the versions of a transcript: a transcript in the folder has only one.
// It returns the same errors as the method JSON.
func (s *Files) Versions(ctx context.Context, id string) ([]transcript.Version, error) {
	t, err := s.Transcript(ctx, id)
	if err != nil {
		return nil, err
	}
	return []transcript.Version{{Version: t.Version}}, nil
}

// NearestSurviving would return the turn that is nearest to a removed turn. It always
// returns "": a transcript in the folder has only one version, so no turn was removed.
func (s *Files) NearestSurviving(context.Context, string, string) (string, error) { return "", nil }

// Search returns the turns that match q. They are sorted by transcript, and within a
// transcript by position.
func (s *Files) Search(ctx context.Context, q *search.Query) ([]search.Hit, error) {
	hits := []search.Hit{}
	for _, id := range s.ids {
		if id < q.After.ID {
			continue
		}
		t, err := s.Transcript(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		hits = append(hits, search.Across(t, q)...)
		if len(hits) >= q.Limit {
			return hits[:q.Limit], nil
		}
	}
	return hits, nil
}

// QuoteCandidates returns turns that may contain a quote with these words. It returns
// at most limit turns, the most similar first.
func (s *Files) QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error) {
	quote := strings.Join(words, " ")
	type candidate struct {
		search.Hit
		share float64
	}
	var all []candidate
	// Every turn is compared with the quote, because there are few files. The database
	// would use its search index instead.
	for _, id := range s.ids {
		t, err := s.Transcript(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		for i := range t.Turns {
			if share := search.Nearest(t.Turns[i].Text, quote).Share; share > 0 {
				all = append(all, candidate{search.HitOf(t, i), share})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.share, a.share) })
	hits := make([]search.Hit, min(limit, len(all)))
	for i := range hits {
		hits[i] = all[i].Hit
	}
	return hits, nil
}
