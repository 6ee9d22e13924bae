package guards

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// runWith runs a command in the repository's root folder. The command gets no
// environment variables except those in env. runWith returns the command's output and
// its exit status.
func runWith(t *testing.T, env []string, name string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = root, env
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// bareMachine returns a value for the variable PATH. The value is the path of a folder
// with a few programs, such as bash. Go, Node and npm are missing there.
func bareMachine(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"bash", "sed", "dirname", "env"} {
		full, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(full, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestMissingTools runs the scripts .ci/need and .ci/setup with a PATH that has neither
// Go nor npm. Each script has to fail, and to print what is missing and how to get it.
func TestMissingTools(t *testing.T) {
	env := []string{"PATH=" + bareMachine(t)}
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"what the build needs", []string{".ci/need", "npm", "go"}, []string{"npm is missing: install Node.js", "Go is missing: install Go 1."}},
		{"what the tests need", []string{".ci/setup"}, []string{"Go is missing: install Go 1."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, code := runWith(t, env, filepath.Join(env[0][len("PATH="):], "bash"), c.args...)
			for _, want := range c.want {
				if code != 1 || !strings.Contains(out, want) {
					t.Errorf("exit status %d, want %q:\n%s", code, want, out)
				}
			}
		})
	}
}

// TestCorpusVariables runs the script of "make test-corpus" with wrong values of its
// variables CORPUS and SEED. The script has to print one line that names the wrong
// variable.
func TestCorpusVariables(t *testing.T) {
	for _, c := range []struct{ name, variable, want string }{
		{"nothing", "CORPUS=", "set CORPUS to a folder"},
		{"no folder", "CORPUS=nowhere", "CORPUS=nowhere: there is no such folder"},
		{"no seed", "SEED=nowhere", "SEED=nowhere: there is no such folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := append(os.Environ(), "SEED=", "CORPUS=", c.variable)
			out, code := runWith(t, env, ".ci/test-corpus")
			if code != 2 || strings.Count(out, "\n") != 1 || !strings.Contains(out, c.want) {
				t.Errorf("exit status %d, want one line with %q:\n%s", code, c.want, out)
			}
		})
	}
}

// TestPortIsTaken runs the script of "make dev" with two ports: one on which the test
// itself listens, and "abc". For each, the script has to fail and to propose another
// port.
func TestPortIsTaken(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	node, err := filepath.Abs(root + "/node_modules/.bin/node")
	if err != nil {
		t.Fatal(err)
	}
	for given, want := range map[string]string{
		fmt.Sprint(port): fmt.Sprintf("port %d is taken; choose another, as in: PORT=", port),
		"abc":            "abc is not a port; choose another",
	} {
		out, code := runWith(t, os.Environ(), node, "web/dev.mjs", given)
		if code != 1 || !strings.Contains(out, want) {
			t.Errorf("exit status %d for %s, want %q:\n%s", code, given, want, out)
		}
	}
}
