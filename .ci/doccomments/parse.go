package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
)

// A folder is a parsed package: all Go files of the folder, including tests and the
// files for every platform.
type folder struct {
	set   *token.FileSet
	files []*ast.File
	names map[string]bool // declared names: "Name", "Type.Method" and "Type.field"
}

// An index has the packages that were parsed so far. They are the packages to check,
// and the packages that links in comments refer to, such as "[package.Name]".
type index struct {
	folders map[string]*folder // by folder
	paths   map[string]string  // from import path to folder
}

func newIndex() *index { return &index{map[string]*folder{}, map[string]string{}} }

// parse parses the package in a folder. If the index already has the package, parse
// returns it from there.
func (x *index) parse(dir string) (*folder, error) {
	if p := x.folders[dir]; p != nil {
		return p, nil
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	p := &folder{set: token.NewFileSet(), names: map[string]bool{}}
	for _, name := range names {
		f, err := parser.ParseFile(p.set, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		p.files = append(p.files, f)
		p.declare(f)
	}
	x.folders[dir] = p
	return p, nil
}

// imported returns the package that a file imports under a short name. For "transcript"
// it is "quoteline/shared/transcript", for example. If no import has that name, the
// result is nil.
func (x *index) imported(dir string, f *ast.File, name string) (*folder, error) {
	for _, spec := range f.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		if spec.Name != nil && spec.Name.Name != name || spec.Name == nil && filepath.Base(path) != name {
			continue
		}
		return x.byPath(dir, path)
	}
	return nil, nil
}

// byPath returns the package with an import path such as "net/http". If the command go
// finds no such package, byPath returns an error.
func (x *index) byPath(dir, path string) (*folder, error) {
	found, ok := x.paths[path]
	if !ok {
		p, err := build.Import(path, dir, build.FindOnly)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		found = p.Dir
		x.paths[path] = found
	}
	return x.parse(found)
}

// declare adds to p.names every name that a file declares, including methods and
// fields.
func (p *folder) declare(f *ast.File) {
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			name := decl.Name.Name
			if decl.Recv != nil {
				name = receiver(decl) + "." + name
			}
			p.names[name] = true
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				p.declareSpec(spec)
			}
		}
	}
}

func (p *folder) declareSpec(spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			p.names[name.Name] = true
		}
	case *ast.TypeSpec:
		p.names[spec.Name.Name] = true
		// The fields of a struct and the methods of an interface have the same type in
		// go/ast: FieldList.
		var list *ast.FieldList
		switch t := spec.Type.(type) {
		case *ast.StructType:
			list = t.Fields
		case *ast.InterfaceType:
			list = t.Methods
		default:
			return
		}
		for _, field := range list.List {
			for _, name := range field.Names {
				p.names[spec.Name.Name+"."+name.Name] = true
			}
		}
	}
}

// receiver returns the name of the type on which a method is declared. It is "T" for
// each of the receivers "T", "*T" and "T[P]".
func receiver(f *ast.FuncDecl) string {
	t := f.Recv.List[0].Type
	for {
		switch inner := t.(type) {
		case *ast.StarExpr:
			t = inner.X
		case *ast.IndexExpr:
			t = inner.X
		case *ast.Ident:
			return inner.Name
		default:
			return ""
		}
	}
}
