package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestEveryFunctionIsProbed compares the exported functions of shared/ that read text
// with the probes (measured calls). Each function must have a probe, or a line in the map
// constant.
func TestEveryFunctionIsProbed(t *testing.T) {
	functions, own := load(t)
	probed := map[string]bool{}
	for _, p := range probes() {
		probed[p.name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(functions)) {
		switch _, listed := constant[name]; {
		case !probed[name] && !listed:
			t.Errorf("%s reads text: add a probe, or a line to the list constant with the reason", name)
		case probed[name] && listed:
			t.Errorf("%s has a probe, so it must not be in the list constant", name)
		}
	}
	for name := range probed {
		if functions[name] == nil {
			t.Errorf("%s is no exported function of shared/ that reads text", name)
		}
	}
	for name := range constant {
		if functions[name] == nil {
			t.Errorf("the list constant has %s, which is no exported function of shared/ that reads text", name)
		}
	}
	calls := calledBy(own)
	for name, function := range functions {
		if probed[name] && !calls[name][function] {
			t.Errorf("the probe of %s does not call it", name)
		}
	}
}

// load returns two things: the exported functions of shared/ that read text, by name, and
// the package that contains this test.
func load(t *testing.T) (map[string]*types.Func, *packages.Package) {
	t.Helper()
	const mode = packages.NeedName | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedSyntax |
		packages.NeedDeps | packages.NeedImports | packages.NeedFiles
	all, err := packages.Load(&packages.Config{Mode: mode, Dir: "../.."}, "./shared/...", "./.ci/steps")
	if err != nil || packages.PrintErrors(all) > 0 {
		t.Fatal("the packages cannot be loaded: ", err)
	}
	functions, own := map[string]*types.Func{}, (*packages.Package)(nil)
	for _, p := range all {
		switch {
		case p.Name == "main":
			own = p
		case !strings.Contains(p.PkgPath, "/internal/") && p.Name != "hostile": // hostile makes texts for tests
			collectFunctions(p.Types, functions)
		}
	}
	if own == nil || len(functions) == 0 {
		t.Fatal("the packages are missing")
	}
	return functions, own
}

// collectFunctions adds to the map the exported functions and methods of package p that
// read text. The key is a name such as "search.Finder.Find". If an exported type is an
// alias of a type in an internal package, the keys of its methods begin with the name
// of the alias.
func collectFunctions(p *types.Package, functions map[string]*types.Func) {
	add := func(name string, f *types.Func) {
		if f.Exported() && readsText(f.Signature()) {
			functions[p.Name()+"."+name] = f
		}
	}
	for _, name := range p.Scope().Names() {
		switch object := p.Scope().Lookup(name).(type) {
		case *types.Func:
			add(name, object)
		case *types.TypeName:
			if named, ok := types.Unalias(object.Type()).(*types.Named); ok && object.Exported() {
				for m := range named.Methods() {
					add(name+"."+m.Name(), m)
				}
			}
		}
	}
}

// readsText reports whether the type of a parameter or of the receiver contains a
// string or a byte. It also looks into the fields and elements of these types.
func readsText(s *types.Signature) bool {
	seen := map[types.Type]bool{}
	if s.Recv() != nil && hasText(s.Recv().Type(), seen) {
		return true
	}
	for v := range s.Params().Variables() {
		// Functions such as AppendText(dst []byte, …) only append to dst. They do not
		// read it.
		if v.Name() != "dst" && hasText(v.Type(), seen) {
			return true
		}
	}
	return false
}

func hasText(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || u.Kind() == types.Byte
	case *types.Pointer:
		return hasText(u.Elem(), seen)
	case *types.Slice:
		return hasText(u.Elem(), seen)
	case *types.Array:
		return hasText(u.Elem(), seen)
	case *types.Map:
		return hasText(u.Key(), seen) || hasText(u.Elem(), seen)
	case *types.Struct:
		for field := range u.Fields() {
			if hasText(field.Type(), seen) {
				return true
			}
		}
	}
	return false
}

// calledBy finds out which functions each probe (a measured call) calls. In the source, a
// probe is a composite literal or a function call that contains the name of the measured
// function, as in {name: "search.Nearest", …}. This name is the key of the result. The
// value is the set of all functions that the literal or the call mentions.
func calledBy(own *packages.Package) map[string]map[*types.Func]bool {
	bodies := map[types.Object]ast.Node{}
	for _, file := range own.Syntax {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				bodies[own.TypesInfo.Defs[f.Name]] = f.Body
			}
		}
	}
	calls := map[string]map[*types.Func]bool{}
	for _, file := range own.Syntax {
		ast.Inspect(file, func(n ast.Node) bool {
			for _, name := range namesIn(n) {
				if calls[name] == nil {
					calls[name] = map[*types.Func]bool{}
				}
				collectCalls(own.TypesInfo, bodies, n, calls[name])
			}
			return true
		})
	}
	return calls
}

// namesIn returns the string literals among the elements of a composite literal or the
// arguments of a call. For another kind of node it returns nil.
func namesIn(n ast.Node) (names []string) {
	var parts []ast.Expr
	switch n := n.(type) {
	case *ast.CompositeLit:
		parts = n.Elts
	case *ast.CallExpr:
		parts = n.Args
	}
	for _, part := range parts {
		if pair, ok := part.(*ast.KeyValueExpr); ok {
			part = pair.Value
		}
		if text, ok := part.(*ast.BasicLit); ok && text.Kind == token.STRING {
			if name, err := strconv.Unquote(text.Value); err == nil {
				names = append(names, name)
			}
		}
	}
	return names
}

// collectCalls finds the functions that a piece of code (the node n) mentions, and adds
// them to a map. If such a function belongs to this package, collectCalls also adds the
// functions that its body mentions, and so on.
func collectCalls(info *types.Info, bodies map[types.Object]ast.Node, n ast.Node, found map[*types.Func]bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		f, ok := info.Uses[id].(*types.Func)
		if !ok || found[f] {
			return true
		}
		found[f] = true
		if body := bodies[f]; body != nil {
			collectCalls(info, bodies, body, found)
		}
		return true
	})
}
