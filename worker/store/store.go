// Package store has the published transcripts: [Files] has those that are compiled into
// the program, and [Database] those of a database.
//
// The repository contains an interview, so that a fresh clone serves a transcript
// without a database. Its text content/ID.txt and its metadata content/ID.meta.json are
// committed. worker/build.sh generates the transcript content/ID.json from them, which
// is compiled in and not committed.
package store

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"quoteline/shared/transcript"
)

// content holds the built-in transcripts, ID.json, which worker/build.sh generates and
// which are not committed. The pattern also matches the committed files ID.meta.json.
// They are not served, but without them this package would not compile before the first
// build, because a pattern must match a file.
//
//go:embed content/*.json
var content embed.FS

const (
	ext     = ".json"
	metaExt = ".meta.json"
)

// Files serves the transcripts of a folder. Each is in a file ID.json.
type Files struct {
	folder fs.FS
	ids    []string // sorted
}

// Default returns the store of the compiled-in transcripts.
func Default() (*Files, error) {
	folder, err := fs.Sub(content, "content")
	if err != nil {
		return nil, err
	}
	return Open(folder)
}

// Open returns the store of the transcripts in a folder. Later changes to the folder
// are not noticed. Files named ID.meta.json are ignored.
func Open(folder fs.FS) (*Files, error) {
	names, err := fs.Glob(folder, "*"+ext)
	if err != nil {
		return nil, err
	}
	s := &Files{folder: folder}
	for _, name := range names {
		if !strings.HasSuffix(name, metaExt) {
			s.ids = append(s.ids, strings.TrimSuffix(name, ext))
		}
	}
	return s, nil
}

// JSON returns a transcript's JSON as published. An unknown id gives an error that is
// [fs.ErrNotExist].
func (s *Files) JSON(_ context.Context, id string) ([]byte, error) {
	if _, known := slices.BinarySearch(s.ids, id); !known {
		return nil, fmt.Errorf("transcript %q: %w", id, fs.ErrNotExist)
	}
	return fs.ReadFile(s.folder, id+ext)
}

// Transcript returns a decoded transcript. Its errors are those of JSON.
func (s *Files) Transcript(ctx context.Context, id string) (*transcript.Transcript, error) {
	body, err := s.JSON(ctx, id)
	if err != nil {
		return nil, err
	}
	t := new(transcript.Transcript)
	if err := json.Unmarshal(body, t); err != nil {
		return nil, fmt.Errorf("transcript %q: %w", id, err)
	}
	return t, nil
}

// List returns at most limit transcripts in the order of their ids, starting with
// the first id greater than after.
func (s *Files) List(ctx context.Context, after string, limit int) ([]transcript.Entry, error) {
	first, found := slices.BinarySearch(s.ids, after)
	if found {
		first++
	}
	ids := s.ids[first:]
	list := make([]transcript.Entry, 0, min(limit, len(ids)))
	for _, id := range ids[:cap(list)] {
		t, err := s.Transcript(ctx, id)
		if err != nil {
			return nil, err
		}
		list = append(list, transcript.EntryOf(t))
	}
	return list, nil
}

// Count returns the number of transcripts.
func (s *Files) Count(context.Context) (int, error) { return len(s.ids), nil }
