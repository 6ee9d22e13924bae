package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// longFunction is a number of lines. A function of this many lines or more needs a
// comment in its body. The lines are counted from the signature to the closing brace.
const longFunction = 25

// messageCalls has the functions and methods whose string arguments people read in
// tests: names of cases and messages of failures. Other strings in tests are data, and
// are not checked.
var messageCalls = map[string]bool{
	"New": true, "Errorf": true, "Error": true, "Fatal": true, "Fatalf": true, "Log": true, "Logf": true,
	"Run": true, "panic": true, "Println": true, "Printf": true, "Fprintln": true, "Fprintf": true,
}

// goPassages returns the texts of a Go file that people read. These are its comments and
// its strings of three words or more. In a test file most strings are data. There it
// returns only comments, messages, and names of cases and of tests. A test's name is
// split into words: TestAWordIsTold is read as "Test A Word Is Told".
func goPassages(name string, src []byte) ([]passage, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	line := func(p token.Pos) int { return files.Position(p).Line }
	var found []passage
	for _, group := range file.Comments {
		for _, c := range withoutDirectives(group) {
			found = append(found, passage{line(c.Pos()), c.Text})
		}
	}
	test := strings.HasSuffix(name, "_test.go")
	for node := range ast.Preorder(file) {
		switch node := node.(type) {
		case *ast.FuncDecl:
			if test && strings.HasPrefix(node.Name.Name, "Test") {
				found = append(found, passage{line(node.Pos()), splitName(node.Name.Name)})
			}
		case *ast.CallExpr:
			if test && messageCalls[calledName(node)] {
				found = append(found, literals(node.Args, line)...)
			}
		case *ast.KeyValueExpr:
			// Tables of test cases name each case, as in {name: "a cut file", …}.
			// People read these names too.
			if key, ok := node.Key.(*ast.Ident); test && ok && key.Name == "name" {
				found = append(found, literals([]ast.Expr{node.Value}, line)...)
			}
		case *ast.BasicLit:
			if !test {
				found = append(found, sentences(literals([]ast.Expr{node}, line))...)
			}
		}
	}
	return found, nil
}

// sentences removes texts of fewer than three words from the list. Such texts are keys,
// names of attributes and the like, and not sentences.
func sentences(list []passage) []passage {
	return slices.DeleteFunc(list, func(p passage) bool { return strings.Count(p.text, " ") < 2 })
}

// withoutDirectives joins the lines of a comment, so that a phrase is found even if a
// line break divides it. A line with a directive, such as "//go:build", is left out: the
// lines before it become one comment, and the lines after it another.
func withoutDirectives(group *ast.CommentGroup) []*ast.Comment {
	var out []*ast.Comment
	fresh := true
	for _, c := range group.List {
		switch {
		case strings.HasPrefix(c.Text, "//go:"):
			fresh = true
		case fresh:
			out = append(out, &ast.Comment{Slash: c.Slash, Text: c.Text})
			fresh = false
		default:
			out[len(out)-1].Text += "\n" + strings.TrimPrefix(c.Text, "//")
		}
	}
	return out
}

// calledName returns the name of the function or method that an expression calls. It is
// "F" for F(…) and for p.F(…).
func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literals(args []ast.Expr, line func(token.Pos) int) []passage {
	var found []passage
	for _, arg := range args {
		lit, ok := arg.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			continue
		}
		if text, err := strconv.Unquote(lit.Value); err == nil {
			found = append(found, passage{line(lit.Pos()), text})
		}
	}
	return found
}

// splitName inserts a space before each capital letter of a test's name. For example,
// "TestAToldWord" becomes "Test A Told Word".
func splitName(name string) string {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) || r == '_' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// silentFunctions returns a finding (a place to correct) for each long function without
// a comment in its body. It skips test files: most long test functions are tables of
// cases, which need no comment.
func silentFunctions(name string, src []byte) ([]finding, error) {
	if strings.HasSuffix(name, "_test.go") {
		return nil, nil
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var found []finding
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		first, last := files.Position(f.Type.Pos()).Line, files.Position(f.End()).Line
		if lines := last - first + 1; lines >= longFunction && !commentInside(file, f.Body) {
			text := fmt.Sprintf("%s has %d lines and no comment inside: give a reason or an example", f.Name.Name, lines)
			found = append(found, finding{name, first, text})
		}
	}
	return found, nil
}

func commentInside(file *ast.File, body *ast.BlockStmt) bool {
	for _, group := range file.Comments {
		if group.Pos() > body.Lbrace && group.End() < body.Rbrace {
			return true
		}
	}
	return false
}
