package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// platforms has the platforms for which the project is built, each as environment
// variables. They are all listed, because a file with build tags may add imports on
// only one platform.
var platforms = [][]string{
	nil, // the machine's own
	{"GOOS=js", "GOARCH=wasm"},
}

// listPackages returns the module's path and a map from each package's import path to
// its imports. It includes imports of files that are built for only one of the
// platforms. Imports of test files are left out.
func listPackages() (module string, packages map[string][]string, err error) {
	packages = make(map[string][]string)
	for _, platform := range platforms {
		// Without -e, go list would fail for a package that has no file for the
		// platform.
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
