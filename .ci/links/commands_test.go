package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

const root = "../.."

var (
	shellBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")
	htmlBlock  = regexp.MustCompile("(?s)```html\n(.*?)```")
	comment    = regexp.MustCompile(`\s+# .*`)
	assignment = regexp.MustCompile(`^(?:[A-Z_]+=\S* )+`)
)

// TestCommands runs every command that README and CONTRIBUTING show. It runs make as
// "make -n", which does not run the target and fails if the target does not exist.
// Commands such as "go run" are run unchanged.
func TestCommands(t *testing.T) {
	for _, file := range []string{"README.md", "CONTRIBUTING.md"} {
		src, err := os.ReadFile(root + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := shellBlock.FindAllStringSubmatch(string(src), -1)
		if blocks == nil {
			t.Errorf("%s has no block of commands", file)
		}
		for _, block := range blocks {
			for line := range strings.Lines(block[1]) {
				command := comment.ReplaceAllString(strings.TrimSpace(line), "")
				t.Run(command, func(t *testing.T) { runSafely(t, command) })
			}
		}
	}
}

func runSafely(t *testing.T, command string) string {
	bare := assignment.ReplaceAllString(command, "")
	switch {
	case strings.HasPrefix(bare, "make "):
		command = strings.Replace(command, "make ", "make -n ", 1)
	case strings.Contains(bare, " -fuzz "):
		command = "go vet ./shared/ingest" // only compiles the package to be fuzzed: the name of the fuzz target in the command is an example
	case strings.HasPrefix(bare, ".ci/fuzz "):
		// The fuzzing itself would take minutes. So the test only checks two things: bash
		// can parse the script .ci/fuzz, and the package that the command names compiles.
		command = "bash -n .ci/fuzz && go vet ./" + bare[strings.LastIndex(bare, " ")+1:]
	case strings.HasPrefix(bare, "go run "), strings.HasPrefix(bare, "go test "), strings.HasPrefix(bare, "grep "):
	default:
		t.Fatalf("no safe form of %q is known: add one here", command)
	}
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	return string(out)
}

// TestSnippet checks the HTML snippet that README.md and docs/embedding.md each show.
// Both files also show the "quoteline snippet" command that prints the snippet. A line
// in the file may be cut with "…". The part before the "…" has to begin a line of the
// command's output. The lines must have the same order.
func TestSnippet(t *testing.T) {
	for _, file := range []string{"README.md", "docs/embedding.md"} {
		src, err := os.ReadFile(root + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		command := regexp.MustCompile(`(?m)^go run .* snippet .*$`).FindString(string(src))
		rest := runSafely(t, command)
		for line := range strings.Lines(htmlBlock.FindStringSubmatch(string(src))[1]) {
			start, _, _ := strings.Cut(strings.TrimSpace(line), " …")
			at := strings.Index("\n"+rest, "\n"+strings.TrimSuffix(start, ">"))
			if at < 0 {
				t.Fatalf("%s: no line of the snippet begins with %q after those before it:\n%s", file, start, rest)
			}
			rest = rest[at:]
		}
	}
}

// TestSize fails if the README is larger than 8 KB (8192 bytes).
func TestSize(t *testing.T) {
	info, err := os.Stat(root + "/README.md")
	if err != nil || info.Size() > 8192 {
		t.Errorf("README.md has %d bytes, error %v; 8,192 are allowed", info.Size(), err)
	}
}
