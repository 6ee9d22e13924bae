package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFindings writes a file in each language with deliberate faults. It expects the
// program to report the line and the words of each fault.
func TestFindings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a.go", "// Package a goes\n// on and on.\npackage a\n", []string{`1 "goes on"`}},
		{"quoted.go", "// A says \"nobody\", and `whoever`.\npackage a\n", nil},
		{"error.go", "package a\n\nvar e, key = errors.New(\"nobody is told\"), \"told-by\"\n", []string{`3 "nobody"`, `3 "told"`}},
		{"data_test.go", "package a\n\nvar e = \"nobody is told\"\n", nil},
		{"a_test.go", "package a\n\nfunc TestAWordIsTold(t *testing.T) {}\n", []string{`3 "Told"`}},
		{"a.mjs", "const a = '// told'; // it stands\ntest(`apart ${`told` + {}} behind`, /told\"/);\n",
			[]string{`1 "stands"`, `2 "apart"`, `2 "behind"`}},
		{"button.js", "h(\"span.told\", {}, \"Nobody is here\");\n", []string{`1 "Nobody"`}},
		{"test/data.mjs", "f(\"Nobody is here\");\ntest(\"told\");\n", []string{`2 "told"`}},
		{"divide.js", "const a = b / 2; /* signs */ const c = d[1] / 2; // behind\n", []string{`1 "signs"`, `1 "behind"`}},
		{"a.css", "a { background: url(//told); } /*\n settled */\n", []string{`2 "settled"`}},
		{"a.sql", "SELECT 'told'; -- in the\n-- place of\n", []string{`1 "in the place of"`}},
		{"a.sh", "echo \"told\" # outset\n", []string{`1 "outset"`, `1 "told"`}},
		{"a.md", "A plus sign; sign in behind a proxy; `told`; two days apart; the promise is settled.\n\n```\ntold\n```\nIt means nothing.\n", []string{`6 "means nothing"`}},
		{"a.html", "<p title=\"told\">It was taken\nback.<!-- told --><script>told</script>\n",
			[]string{`1 "taken back"`, `2 "told"`}},
		{"a.json", "{\n\"description\": \"Nobody\", \"told\": \"told\"}\n", []string{`2 "Nobody"`}},
		{"a.txt", "told\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), c.name)
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(c.text), 0o666); err != nil {
				t.Fatal(err)
			}
			found, err := search([]string{name})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				words, _, _ := strings.Cut(f.text, ": write")
				got = append(got, fmt.Sprint(f.line, " ", words))
			}
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSilentFunctions(t *testing.T) {
	body := func(lines int) string {
		return "package a\n\n// f is long.\nfunc f() {\n" + strings.Repeat("\tg()\n", lines-3) + "\tg() // why\n}\n"
	}
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"24 lines", strings.Replace(body(24), " // why", "", 1), 0},
		{"25 lines", strings.Replace(body(25), " // why", "", 1), 1},
		{"25 lines with a reason", body(25), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := silentFunctions("a.go", []byte(c.text))
			if err != nil || len(found) != c.want {
				t.Errorf("got %v, error %v; want %d findings", found, err, c.want)
			}
		})
	}
}

func TestSkippedFolders(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"testdata", "node_modules", "kept"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, folder, "a.md"), []byte("told\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	found, err := search([]string{dir})
	if err != nil || len(found) != 1 || !strings.Contains(found[0].file, "kept") {
		t.Errorf("got %v, error %v; want one finding in kept", found, err)
	}
}
