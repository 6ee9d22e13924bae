package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func readText(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// TestEveryPathIsDocumented compares docs/api.md with the paths of
// worker/api/openapi.json. Tests in worker compare that file with the Worker's routes.
func TestEveryPathIsDocumented(t *testing.T) {
	page := readText(t, "docs/api.md")
	var description struct {
		Paths map[string]any `json:"paths"`
	}
	if err := json.Unmarshal([]byte(readText(t, "worker/api/openapi.json")), &description); err != nil || len(description.Paths) == 0 {
		t.Fatalf("%d paths, error %v", len(description.Paths), err)
	}
	for path := range description.Paths {
		// docs/api.md lists /v1/transcripts/{id}.podcast.json by its suffix,
		// .podcast.json.
		_, suffix, found := strings.Cut(path, "{id}.")
		if found {
			path = "." + suffix
		}
		if !regexp.MustCompile("`" + regexp.QuoteMeta(path) + "[`?]").MatchString(page) {
			t.Errorf("docs/api.md does not have %s", path)
		}
	}
}

// TestEveryFormatIsDocumented checks that docs/formats.md names each format that the
// golden files of shared/ingest contain, as in "format srt".
func TestEveryFormatIsDocumented(t *testing.T) {
	page := readText(t, "docs/formats.md")
	names, err := filepath.Glob(filepath.Join(root, "shared/ingest/testdata/*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var formats []string
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^format ([\w-]+)`).FindAllStringSubmatch(string(src), -1) {
			formats = append(formats, m[1])
		}
	}
	slices.Sort(formats)
	formats = slices.Compact(formats)
	if len(formats) < 20 {
		t.Fatalf("the golden files have %d formats", len(formats))
	}
	for _, format := range formats {
		if !strings.Contains(page, "`"+format+"`") {
			t.Errorf("docs/formats.md does not have %s", format)
		}
	}
}
