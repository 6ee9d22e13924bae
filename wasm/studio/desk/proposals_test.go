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
