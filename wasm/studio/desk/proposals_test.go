package desk

import (
	"testing"

	"quoteline/shared/edit"
)

// TestProposalsEndWithTheirFields checks the list of proposals. A proposal is a value
// that the source gives for a field, such as the title. It must leave the list when the
// editor fills the field in. It must return to the list when the editor undoes that.
func TestProposalsEndWithTheirFields(t *testing.T) {
	d := open(t, "---\ndate: 2023-11-29\nhost: Ada Long\n---\n## On arches\n\nAda: Who?\nBen: Me.\nAda: When?\nBen: Now.\n")
	fields := func() (list string) {
		for _, p := range d.View().Proposals {
			list += p.Field + " "
		}
		return list
	}
	const all = "title recordedAt datePublished name kind "
	if got := fields(); got != all || d.View().Fields["title"] != "" {
		t.Fatalf("got %s, title %q", got, d.View().Fields["title"])
	}
	for i, left := range []string{
		"recordedAt datePublished name kind ", "datePublished name kind ", "name kind ", "kind ", "",
	} {
		do(t, d, d.View().Proposals[0].Step)
		if got := fields(); got != left {
			t.Fatalf("after %d steps got %s", i+1, got)
		}
	}
	if s := d.View().Speakers[0]; s.Name != "Ada Long" || s.Kind != "host" {
		t.Errorf("the speaker is %+v", s)
	}
	for range 5 {
		if err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got := fields(); got != all {
		t.Errorf("undone, got %s", got)
	}
	do(t, d, edit.Step{Kind: edit.KindMeta, Field: "title", Value: "My own"})
	if got := fields(); got != "recordedAt datePublished name kind " {
		t.Errorf("with a title of the editor, got %s", got)
	}
}

// TestTopicsAndFileNamesAreProposed checks that a proposed topic leaves the list when a topic
// begins at its turn. It also checks that the title and the dates are proposed from the name
// of the file.
func TestTopicsAndFileNamesAreProposed(t *testing.T) {
	src := "**Ada:** Who?\n\n**Ben:** Me.\n\n## Money\n\n**Ada:** And?\n\n**Ben:** No.\n\n## Time\n\n**Ada:** When?\n\n**Ben:** Now.\n"
	d, err := Open([]byte(src), "arches_2026-03-04.md", edit.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	list := func() (list string) {
		for _, p := range d.View().Proposals {
			list += p.Field + " " + p.Value + ", "
		}
		return list
	}
	const rest = "title Arches, recordedAt 2026-03-04, datePublished 2026-03-04, kind host, "
	if got := list(); got != rest+"topic Money, topic Time, " {
		t.Fatal("got ", got)
	}
	all := d.View().Proposals
	do(t, d, all[len(all)-2].Step)
	if got := list(); got != rest+"topic Time, " {
		t.Error("with one topic, got ", got)
	}
	do(t, d, edit.Step{Kind: edit.KindRemove, Turn: all[len(all)-1].Step.Turn})
	if got := list(); got != rest {
		t.Error("without the turn, got ", got)
	}
}
