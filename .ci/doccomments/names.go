package main

import (
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
)

// firstWords returns a line of text for each doc comment that does not begin with the
// name of its declaration. It skips test files, because the comment on a test may begin
// with a description of the tested case.
func (p *folder) firstWords(f *ast.File) []string {
	if strings.HasSuffix(p.set.Position(f.Pos()).Filename, "_test.go") {
		return nil
	}
	var faults []string
	look := func(doc *ast.CommentGroup, name string) {
		if doc == nil || beginsWith(doc.Text(), name) {
			return
		}
		faults = append(faults, p.fault(doc.Pos(), fmt.Sprintf("the comment on %s does not begin with its name", name)))
	}
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			look(decl.Doc, decl.Name.Name)
		case *ast.GenDecl:
			// A comment on a group, such as const (…), describes all names of the group.
			// A comment on a line with several names, such as var a, b int, describes
			// all of these. So neither comment need begin with a name.
			if len(decl.Specs) != 1 {
				continue
			}
			switch spec := decl.Specs[0].(type) {
			case *ast.TypeSpec:
				look(decl.Doc, spec.Name.Name)
			case *ast.ValueSpec:
				if len(spec.Names) == 1 && decl.Lparen == token.NoPos {
					look(decl.Doc, spec.Names[0].Name)
				}
			}
		}
	}
	return faults
}

// beginsWith reports whether the first word of a comment is the name. An article before
// the name is allowed. If the text is empty, the result is true: a comment with only a
// directive, such as //go:embed, has an empty text.
func beginsWith(text, name string) bool {
	words := strings.Fields(text)
	if len(words) > 1 && (words[0] == "A" || words[0] == "An" || words[0] == "The") {
		words = words[1:]
	}
	return len(words) == 0 || strings.TrimSuffix(strings.TrimRight(words[0], ",.:;"), "'s") == name
}

// quoted matches an example in a comment: words between quotation marks or backquotes.
var quoted = regexp.MustCompile("\"[^\"\n]*\"|`[^`\n]*`")

// linkLike matches a name in brackets, such as "[Type.Method]". It also matches words
// of a transcript, such as [laughter], which are not links. The function brokenLinks
// skips a match that has neither a capital letter nor a dot.
var linkLike = regexp.MustCompile(`\[(\*?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,2})\]`)

// brokenLinks returns a line of text for each name in brackets that does not exist,
// such as "[Gone]".
func (p *folder) brokenLinks(f *ast.File, known *index) []string {
	var faults []string
	for _, group := range f.Comments {
		if !p.isDoc(f, group) {
			continue
		}
		for _, line := range proseLines(group.Text()) {
			for _, m := range linkLike.FindAllStringSubmatch(line, -1) {
				name := strings.TrimPrefix(m[1], "*")
				if strings.ToLower(name) == name && !strings.Contains(name, ".") || p.resolves(f, name, known) {
					continue
				}
				faults = append(faults, p.fault(group.Pos(), fmt.Sprintf("[%s] does not exist", name)))
			}
		}
	}
	return faults
}

// isDoc reports whether Go's documentation shows the comment. It does if the comment is
// on the package or a declaration, or is inside a type, const or var declaration.
// Brackets become links only in such comments.
func (p *folder) isDoc(f *ast.File, group *ast.CommentGroup) bool {
	if f.Doc == group {
		return true
	}
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Doc == group {
				return true
			}
		case *ast.GenDecl:
			if group.Pos() >= decl.Pos() && group.End() <= decl.End() || decl.Doc == group {
				return true
			}
		}
	}
	return false
}

// proseLines returns the text of a comment. It leaves out blocks of code. It also
// leaves out words in quotation marks, which are examples such as "[Mr. Talent]:".
func proseLines(text string) []string {
	var lines []string
	var parser comment.Parser
	printer := comment.Printer{TextWidth: -1}
	for _, block := range parser.Parse(text).Content {
		if _, ok := block.(*comment.Code); ok {
			continue
		}
		// The parser does not know which names exist. So it makes no link of "[Name]",
		// and the printed text still has the brackets.
		out := printer.Comment(&comment.Doc{Content: []comment.Block{block}})
		lines = append(lines, quoted.ReplaceAllString(string(out), ""))
	}
	return lines
}

// resolves reports whether a name such as "Type.Method" exists. It looks in this
// package, in the packages that the file or another file of this package imports, and
// in the map types.
func (p *folder) resolves(f *ast.File, name string, known *index) bool {
	if p.names[name] {
		return true
	}
	first, rest, found := strings.Cut(name, ".")
	dir := filepath.Dir(p.set.Position(f.Pos()).Filename)
	for _, file := range append([]*ast.File{f}, p.files...) {
		if !found {
			break
		}
		if other, err := known.imported(dir, file, first); err == nil && other != nil {
			return other.names[rest]
		}
	}
	return types[name]
}

// types has the types of the Go language that a comment may put in brackets, as in
// [error].
var types = map[string]bool{"error": true, "string": true, "int": true, "any": true}

func (p *folder) fault(at token.Pos, text string) string {
	where := p.set.Position(at)
	return fmt.Sprintf("%s:%d: %s", where.Filename, where.Line, text)
}
