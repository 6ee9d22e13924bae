// Package store reads and writes the published transcripts. [Files] has the transcripts
// that are compiled into the program, and [Database] those in a database.
//
// One interview is in the repository, so that the program serves a transcript even
// without a database. Its text is content/ID.txt, and its metadata is
// content/ID.meta.json. From these two files, worker/build.sh generates
// content/ID.json, which is compiled into the program. Git ignores the generated file.
package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"quoteline/shared/transcript"
)

// content has the built-in transcripts, which are the files ID.json. worker/build.sh
// generates them, and Git ignores them. The pattern also matches the files
// ID.meta.json, which are in Git and are not served. They have a purpose: the pattern
// must match a file (go:embed demands it), and before the first build no other exists.
//
//go:embed content/*.json
var content embed.FS

const (
	ext     = ".json"
	metaExt = ".meta.json"
)

// Files is a store with the transcripts in a folder. Each transcript is in a file
// ID.json.
type Files struct {
	folder fs.FS
	ids    []string // sorted
}

// Default returns the store of the transcripts that are compiled into the program.
func Default() (*Files, error) {
	folder, err := fs.Sub(content, "content")
	if err != nil {
		return nil, err
	}
	return Open(folder)
}

// Open returns a store of the transcripts in a folder. It reads the names of the files
// only once, so it does not notice files that are added later. It ignores files named
// ID.meta.json.
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

// JSON returns the JSON of a transcript, byte for byte as it is in the file. For an
// unknown id it returns an error that is [fs.ErrNotExist].
func (s *Files) JSON(_ context.Context, id string) ([]byte, error) {
	if _, known := slices.BinarySearch(s.ids, id); !known {
		return nil, fmt.Errorf("transcript %q: %w", id, fs.ErrNotExist)
	}
	return fs.ReadFile(s.folder, id+ext)
}

// Transcript returns a transcript, decoded. It returns the same errors as the method
// JSON.
func (s *Files) Transcript(ctx context.Context, id string) (*transcript.Transcript, error) {
	body, err := s.JSON(ctx, id)
	if err != nil {
		return nil, err
	}
	return decode(id, body)
}

// decode reads the JSON of the transcript with this id. [transcript.Parse] takes a fifth
// of the time of encoding/json.
func decode(id string, body []byte) (*transcript.Transcript, error) {
	t, err := transcript.Parse(body)
	if err != nil {
		return nil, fmt.Errorf("transcript %q: %w", id, err)
	}
	return t, nil
}

// List returns the first transcripts, sorted by id, whose id is greater than the string
// after. It returns at most limit transcripts.
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

// Count returns the number of transcripts in the folder.
func (s *Files) Count(context.Context) (int, error) { return len(s.ids), nil }
