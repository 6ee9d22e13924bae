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

// TestEveryPathIsDocumented checks that docs/api.md names each path in
// worker/api/openapi.json. Tests in the folder worker check that openapi.json has all
// paths of the Worker.
func TestEveryPathIsDocumented(t *testing.T) {
	page := readText(t, "docs/api.md")
	var description struct {
		Paths map[string]any `json:"paths"`
	}
	if err := json.Unmarshal([]byte(readText(t, "worker/api/openapi.json")), &description); err != nil || len(description.Paths) == 0 {
		t.Fatalf("%d paths, error %v", len(description.Paths), err)
	}
	for path := range description.Paths {
		// docs/api.md lists a path such as /v1/transcripts/{id}.podcast.json only by
		// its suffix, here .podcast.json.
		_, suffix, found := strings.Cut(path, "{id}.")
		if found {
			path = "." + suffix
		}
		if !regexp.MustCompile("`" + regexp.QuoteMeta(path) + "[`?]").MatchString(page) {
			t.Errorf("docs/api.md does not have %s", path)
		}
	}
}

// TestEveryFormatIsDocumented checks that docs/formats.md names each input format. The
// names of the formats are read from the expected results in shared/ingest/testdata, as
// in "format srt".
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
