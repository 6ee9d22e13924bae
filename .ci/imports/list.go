package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// platforms are those the project is built for; a file's build tags may give
// a package imports on one alone.
var platforms = [][]string{
	nil, // the machine's own
	{"GOOS=js", "GOARCH=wasm"},
}

// listPackages returns the module's path, and for each of its packages the
// imports of its files other than tests, on every platform.
func listPackages() (module string, packages map[string][]string, err error) {
	packages = make(map[string][]string)
	for _, platform := range platforms {
		// -e keeps a package that has no file for the platform from being an error.
		lines, err := goList(platform, "-e", "-f", `{{.Module.Path}} {{.ImportPath}} {{join .Imports " "}}`, "./...")
		if err != nil {
			return "", nil, err
		}
		for _, line := range lines {
			fields := strings.Fields(line)
			module = fields[0]
			packages[fields[1]] = append(packages[fields[1]], fields[2:]...)
		}
	}
	if len(packages) == 0 {
		return "", nil, errors.New("go list found no package")
	}
	return module, packages, nil
}

func goList(platform []string, args ...string) ([]string, error) {
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Env = append(os.Environ(), platform...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n"), nil
}
