package jsonform

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// treeFormat returns a format of JSON. The arguments detect and read are functions that
// are called with the parsed JSON.
func treeFormat(name string, detect func(root *node) bool, read func(src *source.Source, root *node, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error)) draft.Format {
	return draft.Format{
		Name: name,
		Detect: func(src *source.Source) bool {
			t := treeOf(src)
			return t.root != nil && detect(t.root)
		},
		Read: func(src *source.Source, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
			return read(src, treeOf(src).root, l, n)
		},
	}
}

// speechFormat returns a format of JSON with a list of words or segments (pieces of
// speech). The argument read is a function that adds them to its argument d, and returns
// the evidence for the format.
func speechFormat(name string, detect func(root *node) bool, read func(d *speech, root *node) string) draft.Format {
	return treeFormat(name, detect, func(src *source.Source, root *node, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
		d := newSpeech(src)
		why := read(d, root)
		d.describe(root)
		d.report(root)
		return d.Draft, "JSON: " + why, nil
	})
}

// tree is the result of parsing a source as JSON. The root is nil if there is an error.
type tree struct {
	root *node
	err  error
}

// treeOf returns the parsed JSON of a source. The source is parsed once, when the first
// format of JSON asks for the tree.
func treeOf(src *source.Source) *tree {
	t, ok := src.Tree.(*tree)
	if !ok {
		t = &tree{}
		t.root, t.err = parse(src)
		src.Tree = t
	}
	return t
}
