package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

const readme = "# Title\n\n| Package | not | this |\n|---|---|---|\n| `x` | | |\n\n" + section + "\n\nWords.\n\n" +
	"| Ban | Packages |\n|---|---|\n| impure | `net`, `os` |\n| heavy | `fmt` |\n\n" +
	"| Package | of ours | of others | not |\n|---|---|---|---|\n" +
	"| `shared/a`, `shared/b` | nothing | nothing | impure, heavy |\n" +
	"| `wasm` | `shared/*` | `syscall/js` and `example.org/m` | nothing |\n\nMore.\n| `late` | | | |\n"

func TestParseTable(t *testing.T) {
	got, err := parseTable(readme)
	if err != nil {
		t.Fatal(err)
	}
	want := []rule{
		{packages: []string{"shared/a", "shared/b"}, banned: []string{"net", "os", "fmt"}},
		{packages: []string{"wasm"}, ours: []string{"shared/*"}, others: []string{"syscall/js", "example.org/m"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseTableFaults(t *testing.T) {
	const head = section + "\n| Package | of ours | of others | not |\n|---|---|---|---|\n"
	for _, c := range []struct{ name, text, want string }{
		{"no section", "# Title\n", "no table"},
		{"no rows", head, "no table"},
		{"two cells", head + "| `a` | `b` |\n", "want 4 cells, not 2"},
		{"no package", head + "| a | b | c | nothing |\n", "no package"},
		{"an unknown ban", head + "| `a` | b | c | slow |\n", "no ban has the name \"slow\""},
		{"a ban without packages", section + "\n| Ban |\n|---|\n| slow |\n", "want a ban and its packages"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parseTable(c.text)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func TestBansAreInherited(t *testing.T) {
	rules := []rule{
		{packages: []string{"a"}, ours: []string{"*"}, banned: []string{"os", "net"}},
		{packages: []string{"b"}, banned: []string{"net"}},
		{packages: []string{"c"}, ours: []string{"*"}},
	}
	got := compare(rules, "m", map[string][]string{"m/a": {"m/b"}, "m/b": nil, "m/c": {"m/a"}})
	if want := []string{"a bans os, but imports m/b, which does not"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCompare(t *testing.T) {
	rules, err := parseTable(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		packages map[string][]string
		want     []string
	}{
		{"as in the table", map[string][]string{
			"m/shared/a": {"strings"},
			"m/shared/b": nil,
			"m/wasm":     {"m/shared/a", "syscall/js", "example.org/m/sub", "net/http"},
		}, nil},
		{"every fault", map[string][]string{
			"m/shared/a": {"m/shared/b", "syscall/js", "syscall/js", "example.org/m", "net/http", "os", "netip", "fmt"},
			"m/new":      nil,
			"m/wasm":     {"m/shared/a/deep", "example.org/more"},
		}, []string{
			"new has no row in the table",
			"shared/a may not import example.org/m",
			"shared/a may not import fmt",
			"shared/a may not import m/shared/b",
			"shared/a may not import net/http",
			"shared/a may not import os",
			"shared/a may not import syscall/js",
			"shared/b is in the table and not in the module",
			"wasm may not import example.org/more",
			"wasm may not import m/shared/a/deep",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := compare(rules, "m", c.packages)
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
