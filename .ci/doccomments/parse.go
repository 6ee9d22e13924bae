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

// A folder is a package as its files are written, whatever platform they are for.
// Tests are read as well.
type folder struct {
	set   *token.FileSet
	files []*ast.File
	names map[string]bool // "Name", "Type.Method" and "Type.field"
}

// An index keeps the packages that were parsed: those that are checked, and those
// that a "[package.Name]" leads to.
type index struct {
	folders map[string]*folder // by folder
	paths   map[string]string  // from import path to folder
}

func newIndex() *index { return &index{map[string]*folder{}, map[string]string{}} }

// parse returns the package in a folder.
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

// imported returns the package that a file knows by a name: "transcript" for
// "quoteline/shared/transcript". It returns nil if the file imports none of that name.
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

// byPath returns the package of an import path, nil if there is none.
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

// declare notes what a file declares.
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
		// fields of a struct and methods of an interface: both are lists of fields
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

// receiver returns T for a method of T, *T or "T[P]".
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
