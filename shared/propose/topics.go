package propose

import (
	"strconv"
	"strings"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// topics returns a proposal for each heading between the turns. The topic begins at the
// turn after the heading. A heading that equals the argument title is no topic.
func topics(text, title string, r *ingest.Result) []Proposal {
	t, lines := r.Transcript, headings(r.Report)
	var all []Proposal
	taken, previous, waiting := map[string]bool{}, int32(0), (*ingest.Span)(nil)
	for i := range t.Topics {
		taken[t.Topics[i].ID] = true
	}
	for i := range t.Speakers {
		taken[t.Speakers[i].ID] = true
	}
	for i := range r.Report.Spans {
		s := &r.Report.Spans[i]
		if s.Kind == ingest.SpanOmitted && lines[s.Position()] {
			waiting = s
		}
		if s.Turn == 0 || s.Turn == previous {
			continue
		}
		previous = s.Turn
		if waiting == nil || waiting.Range().End > len(text) || int(s.Turn) > len(t.Turns) {
			continue
		}
		if label := headingWords(text[waiting.Start:waiting.End]); label != "" && label != title && !isGeneric(label) {
			all = append(all, topic(label, t.Turns[s.Turn-1].ID, waiting.Position().Line, taken))
		}
		waiting = nil
	}
	// A single heading above the first turn, such as "Interview", is about the whole text.
	if len(all) == 1 && all[0].Step.Turn == t.Turns[0].ID {
		return nil
	}
	return all
}

// topic returns the proposal to begin a topic at a turn. The map taken has the ids that
// are in use. topic chooses another id for the topic, and adds it to taken.
func topic(label, turn string, line int, taken map[string]bool) Proposal {
	id := ingest.Slug(label)
	for n := 2; taken[id]; n++ {
		id = ingest.Slug(label) + "-" + strconv.Itoa(n)
	}
	taken[id] = true
	return Proposal{
		Field: FieldTopic, Value: label, Reason: "line " + strconv.Itoa(line) + " is a heading",
		Step: edit.Step{Kind: edit.KindTopic, Turn: turn, Topic: id, Value: label},
	}
}

// headings returns the positions of the headings that the importer has left out.
func headings(r *ingest.Report) map[ingest.Position]bool {
	at := map[ingest.Position]bool{}
	for i := range r.Remarks {
		// Remarks of the same kind are also made for struck words and for fields of a
		// format.
		if m := &r.Remarks[i]; m.Kind == ingest.RemarkHeading && strings.Contains(m.Done, "section heading") {
			at[m.Position] = true
		}
	}
	return at
}

// headingWords returns the words of a heading without its marks, as "Part two" for
// "## Part two", "**Part two**" or "PART TWO:". It returns "" if the words cannot be a
// title, for example because they are too long.
func headingWords(line string) string {
	words := edit.Line(strings.Trim(strings.TrimSpace(line), "#*_=' \t"))
	if words = strings.TrimSuffix(words, ":"); !isTitle(words) {
		return ""
	}
	return words
}
