package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/transcript"
)

// turns makes a turn of each spoken cue, and returns for each cue the number of
// its turn, counting from 1 and 0 for none.
func turns(d *draft, spoken []int, cast *cast, l *ledger) (list []transcript.Turn, number []int) {
	number = make([]int, len(d.cues))
	join := settleJoin(d, spoken, cast, l)
	for _, i := range spoken {
		c := &d.cues[i]
		text, speaker := d.prose(c.parts), cast.speaker(c.name)
		if n := len(list); join && n > 0 && list[n-1].Speaker == speaker {
			list[n-1].Text += "\n" + text
		} else {
			list = append(list, transcript.Turn{Speaker: speaker, Text: text})
		}
		number[i] = len(list)
	}
	return list, number
}

// settleJoin settles whether neighbours with one speaker are one turn. By
// itself ingest keeps them: the source set them apart, perhaps for a reason.
func settleJoin(d *draft, spoken []int, cast *cast, l *ledger) bool {
	n := 0
	for k := 1; k < len(spoken); k++ {
		if cast.speaker(d.cues[spoken[k]].name) == cast.speaker(d.cues[spoken[k-1]].name) {
			n++
		}
	}
	return n > 0 && l.settle(Decision{
		ID: "join", Kind: DecideJoin, Labels: []LabelCount{},
		Reason: "a label begins a turn even where it repeats the speaker; places: " + strconv.Itoa(n),
	})
}

// prose joins parts to text in NFC, with paragraphs separated by "\n". White
// space that is a control character, such as a tab, becomes a space.
func (d *draft) prose(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(p.join)
		}
		b.WriteString(strings.Map(plainSpace, d.src.slice(p.Range)))
	}
	return norm.NFC.String(b.String())
}

func plainSpace(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// link marks questions and answers: a host's turn that a guest's follows is a
// question, and the guests' turns up to the next host's are answers to it.
func link(t *transcript.Transcript) {
	kind := map[string]transcript.SpeakerKind{}
	for _, s := range t.Speakers {
		kind[s.ID] = s.Kind
	}
	question := -1
	for i := range t.Turns {
		turn := &t.Turns[i]
		turn.Kind = transcript.Statement
		switch {
		case kind[turn.Speaker] == transcript.KindHost:
			question = i
		case question >= 0:
			t.Turns[question].Kind = transcript.Question
			turn.Kind, turn.ReplyTo = transcript.Answer, t.Turns[question].ID
		}
	}
}

// spans accounts for the source, with the numbers of the turns.
func (d *draft) spans(number []int) []Span {
	list := make([]Span, 0, len(d.stretches))
	for _, s := range d.stretches {
		span := Span{Position: d.src.position(s.Start), Kind: s.kind, Start: s.Start, End: s.End}
		if s.kind == SpanText || s.kind == SpanLabel {
			span.Turn = number[s.cue]
		}
		list = append(list, span)
	}
	return list
}

// introduction returns the text before the first label, nil when there is none.
func (d *draft) introduction() *Passage {
	parts := d.cues[0].parts
	if len(parts) == 0 {
		return nil
	}
	return &Passage{d.src.position(parts[0].Start), d.prose(parts)}
}

// remarked returns the remarks in order of place.
func (d *draft) remarked() []Remark {
	slices.SortStableFunc(d.remarks, func(a, b Remark) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return append([]Remark{}, d.remarks...)
}
