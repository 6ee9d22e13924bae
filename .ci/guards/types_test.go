package guards

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTypes writes a script with a type error for each configuration file of tsc, the
// TypeScript compiler. tsc has to report the error. The test also checks that each
// configuration includes the project's own scripts.
func TestTypes(t *testing.T) {
	absolute, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	tsc := filepath.Join(absolute, "node_modules/.bin/tsc")
	for _, c := range []struct{ config, covers, planted, want string }{
		{"tsconfig.json", "web/demo/element.js",
			"/** @param {string | null} s */\nexport const f = (s) => s.length;\n", "'s' is possibly 'null'"},
		{"tsconfig.json", "web/studio/studio.js",
			"document.querySelector('p').remove();\n", "Object is possibly 'null'"},
		{"worker/shim/tsconfig.json", "worker/shim/worker.mjs",
			"document.title = '';\n", "Cannot find name 'document'"},
		{"tsconfig.node.json", "web/build.mjs",
			"process.kill('1');\n", "Argument of type 'string' is not assignable to parameter of type 'number'"},
	} {
		t.Run(c.config, func(t *testing.T) {
			config := filepath.Join(absolute, c.config)
			out, code := run(t, root, tsc, "-p", config, "--listFilesOnly")
			if code != 0 || !strings.Contains(out, c.covers) {
				t.Errorf("exit status %d, want %s among the files:\n%s", code, c.covers, out)
			}
			dir := t.TempDir()
			// tsc reads the types of Node from the folder node_modules next to the
			// configuration file. So the test links that folder here.
			if err := os.Symlink(filepath.Join(absolute, "node_modules"), filepath.Join(dir, "node_modules")); err != nil {
				t.Fatal(err)
			}
			write(t, dir, "planted.mjs", c.planted)
			write(t, dir, "tsconfig.json", fmt.Sprintf(`{"extends": %q, "files": ["planted.mjs"], "include": []}`, config))
			out, code = run(t, dir, tsc, "-p", ".")
			if code == 0 || !strings.Contains(out, c.want) {
				t.Errorf("exit status %d, want %q:\n%s", code, c.want, out)
			}
		})
	}
}
