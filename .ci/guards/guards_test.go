// Package guards tests the checks of "make check". Each test writes a file with a
// deliberate fault, and expects the check to fail. Checks that have tests in their own
// folder, such as .ci/prose, are not tested here.
package guards

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../.."

// run runs a command in a folder. It returns the command's output and its exit status.
func run(t *testing.T, dir, name string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestTidy writes a go.mod that requires a module which no file imports. "go mod tidy
// -diff" has to fail.
func TestTidy(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.go", "package a\n")
	write(t, dir, "go.mod", "module a\n\ngo 1.26\n")
	if out, code := run(t, dir, "go", "mod", "tidy", "-diff"); code != 0 {
		t.Fatalf("exit status %d for a tidy module:\n%s", code, out)
	}
	write(t, dir, "go.mod", "module a\n\ngo 1.26\n\nrequire golang.org/x/text v0.32.0\n")
	if out, code := run(t, dir, "go", "mod", "tidy", "-diff"); code != 1 || !strings.Contains(out, "-require golang.org/x/text") {
		t.Errorf("exit status %d:\n%s", code, out)
	}
}

// TestSubjects makes a commit whose subject is too long. The script .ci/subjects has to
// fail.
func TestSubjects(t *testing.T) {
	script, err := filepath.Abs(root + "/.ci/subjects")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if out, code := run(t, dir, script, dir); code != 0 {
		t.Errorf("exit status %d without a repository:\n%s", code, out)
	}
	commit := func(subject string) {
		run(t, dir, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", subject)
	}
	run(t, dir, "git", "init", "-q")
	commit(strings.Repeat("…", 72))
	if out, code := run(t, dir, script, dir); code != 0 {
		t.Errorf("exit status %d for 72 characters:\n%s", code, out)
	}
	commit(strings.Repeat("x", 73))
	if out, code := run(t, dir, script, dir); code != 1 || !strings.Contains(out, "a subject with 73 characters") {
		t.Errorf("exit status %d for 73 characters:\n%s", code, out)
	}
}

// TestImports changes a copy of the import table, which says what each package may
// import. The changed table forbids some imports that exist, so the check has to fail.
func TestImports(t *testing.T) {
	table, err := os.ReadFile(root + "/docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, from, to, want string }{
		{"a standard package", "| impure | ", "| impure | `strconv`, ", "shared/ingest/internal/source may not import strconv"},
		{"a package of ours", "| `shared/edit` | `shared/transcript`, `shared/ingest` |", "| `shared/edit` | `shared/transcript` |",
			"shared/edit may not import quoteline/shared/ingest"},
		{"a format of another format", "`shared/ingest/internal/draft`, `shared/ingest/internal/dialogue`, ", "`shared/ingest/internal/draft`, ",
			"shared/ingest/internal/caption may not import quoteline/shared/ingest/internal/dialogue"},
		{"a missing row", "| `shared/edit` |", "| `shared/gone` |", "shared/edit has no row in the table"},
	} {
		t.Run(c.name, func(t *testing.T) {
			planted := strings.Replace(string(table), c.from, c.to, 1)
			if planted == string(table) {
				t.Fatalf("docs/architecture.md has no %q", c.from)
			}
			dir := t.TempDir()
			write(t, dir, "table.md", planted)
			out, code := run(t, root, "go", "run", "./.ci/imports", filepath.Join(dir, "table.md"))
			if code != 1 || !strings.Contains(out, c.want) {
				t.Errorf("exit status %d, want %q:\n%s", code, c.want, out)
			}
		})
	}
}
