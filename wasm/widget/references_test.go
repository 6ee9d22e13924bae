// The tests of this file check which files of the package refer to each other. They read the
// files as source, because the package compiles only for WebAssembly and the tests run natively.
package widget_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// widest limits how many files may form one cycle of references. A file refers to
// another if it uses a name that the other declares.
const widest = 3

func TestNoWideCycleOfFiles(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]any{}
	for _, name := range names {
		if !strings.HasSuffix(name, "_test.go") {
			sources[name] = nil
		}
	}
	for _, cycle := range cycles(references(t, sources)) {
		if len(cycle) > widest {
			t.Errorf("%d files refer to each other in a circle: %s", len(cycle), strings.Join(cycle, ", "))
		}
	}
}

// TestCyclesAreFound checks that the function cycles finds circles of references in
// small invented source files.
func TestCyclesAreFound(t *testing.T) {
	tests := []struct {
		name    string
		sources map[string]any
		want    [][]string
	}{
		{"a row of files", map[string]any{
			"a.go": "package p; func a() { b() }",
			"b.go": "package p; func b() { c() }",
			"c.go": "package p; func c() {}",
		}, nil},
		{"functions", map[string]any{
			"a.go": "package p; func a() { b() }",
			"b.go": "package p; func b() { c() }",
			"c.go": "package p; func c() { a() }",
		}, [][]string{{"a.go", "b.go", "c.go"}}},
		{"methods on one struct", map[string]any{
			"a.go": "package p; type w struct{ n int }; func (x *w) a() { x.b() }",
			"b.go": "package p; func (x *w) b() { x.c() }",
			"c.go": "package p; func (x *w) c() { x.d() }",
			"d.go": "package p; func (x *w) d() { x.n++ }",
			"e.go": "package p; func e(x *w) { x.a() }",
		}, [][]string{{"a.go", "b.go", "c.go", "d.go"}}},
		{"promoted methods and fields", map[string]any{
			"a.go": "package p; type base struct{ call func() }",
			"b.go": "package p; type top struct{ *base }; func (t *top) f() { t.call() }",
			"c.go": "package p; func (b *base) g(t top) { t.f() }",
		}, nil},
		{"what other packages declare", map[string]any{
			"a.go": "package p; import \"unknown/x\"; type a struct{ x.T }; func (v a) f() { v.Other(); g() }",
			"b.go": "package p; func g() { a{}.f() }",
		}, [][]string{{"a.go", "b.go"}}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			got := cycles(references(t, tc.sources))
			if !slices.EqualFunc(got, tc.want, slices.Equal) {
				t.Errorf("%v, want %v", got, tc.want)
			}
		})
	}
}

// references returns a list for every file: the other files that declare names which the
// file uses. The argument sources maps the name of a file to its text. If the text is
// nil, references reads the file from disk. It does not read imported packages, so the
// type checker reports errors for names from them. These errors are ignored, because only
// names of this package count.
func references(t *testing.T, sources map[string]any) map[string][]string {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for name, source := range sources {
		file, err := parser.ParseFile(fset, name, source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: nothing{}, Error: func(error) {}}
	pkg, _ := config.Check("p", fset, files, info)
	uses := map[string][]string{}
	for name := range sources {
		uses[name] = nil
	}
	for ident, object := range info.Uses {
		if object.Pkg() != pkg || !object.Pos().IsValid() {
			continue
		}
		from, to := fset.Position(ident.Pos()).Filename, fset.Position(object.Pos()).Filename
		if from != to && !slices.Contains(uses[from], to) {
			uses[from] = append(uses[from], to)
		}
	}
	return uses
}

// The type nothing implements types.Importer. It returns an empty package for every path
// except "unsafe".
type nothing struct{}

func (nothing) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return importer.Default().Import(path)
	}
	pkg := types.NewPackage(path, path[strings.LastIndexByte(path, '/')+1:])
	pkg.MarkComplete()
	return pkg, nil
}

// cycles returns each set of two or more files that refer to each other in a circle.
// The file names in a set are in alphabetical order. The sets are ordered by their
// first names.
func cycles(uses map[string][]string) [][]string {
	reach := map[string]map[string]bool{}
	for name := range uses {
		reach[name] = map[string]bool{}
		// Follow the references from file to file, and note each file that can be reached.
		for open := slices.Clone(uses[name]); len(open) > 0; {
			next := open[len(open)-1]
			open = open[:len(open)-1]
			if !reach[name][next] {
				reach[name][next] = true
				open = append(open, uses[next]...)
			}
		}
	}
	var found [][]string
	for name := range uses {
		if !reach[name][name] {
			continue
		}
		var cycle []string
		for other := range reach[name] {
			if reach[other][name] {
				cycle = append(cycle, other)
			}
		}
		slices.Sort(cycle)
		if cycle[0] == name { // add each set only once
			found = append(found, cycle)
		}
	}
	slices.SortFunc(found, slices.Compare[[]string])
	return found
}
