package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/transcript"
)

// turns makes a turn of each spoken cue, and returns for each cue the number of
// its turn, counting from 1 and 0 for none.
func turns(d *draft, spoken []int, cast *cast, l *ledger) (list []transcript.Turn, number []int) {
	number = make([]int, len(d.cues))
	join := settleJoin(d, spoken, cast, l)
	var texts [][]string // of each turn
	for _, i := range spoken {
		c := &d.cues[i]
		turn := transcript.Turn{Speaker: cast.speaker(c.name), Start: c.clock.start, End: c.clock.end}
		if c.note {
			turn.Speaker, turn.Kind = "", transcript.Note
		}
		if n := len(list); (join || c.silent && !d.captioned) && n > 0 && sameSpeaker(&list[n-1], &turn) {
			texts[n-1] = append(texts[n-1], d.prose(c.parts))
			list[n-1].End = endOf(&list[n-1], turn.End)
		} else {
			list, texts = append(list, turn), append(texts, []string{d.prose(c.parts)})
		}
		number[i] = len(list)
	}
	for i := range list {
		list[i].Text = joined(texts[i], d.captioned)
	}
	return list, number
}

// endOf returns the end of a turn that goes on to end: unset when that is not
// known, or comes before the turn's start because the clock goes back.
func endOf(turn *transcript.Turn, end transcript.Offset) transcript.Offset {
	from, _ := turn.Start.Millis()
	before, _ := turn.End.Millis()
	to, ok := end.Millis()
	switch {
	case !ok || to < from || turn.Start.IsZero():
		return transcript.Offset{}
	case !turn.End.IsZero() && before > to:
		return turn.End
	}
	return end
}

// sameSpeaker reports whether both turns are known to be one person's speech.
func sameSpeaker(a, b *transcript.Turn) bool {
	return a.Speaker != "" && a.Speaker == b.Speaker && a.Kind == b.Kind
}

// joined makes one text of those of several cues. Captions go on in the
// sentence, other cues begin a paragraph.
func joined(texts []string, captioned bool) string {
	var b strings.Builder
	end := rune(0)
	for i, text := range texts {
		if i > 0 && !captioned {
			b.WriteByte('\n')
		} else if r, _ := utf8.DecodeRuneInString(text); i > 0 && !(unspaced(end) && unspaced(r)) && !isMark(text) {
			b.WriteByte(' ')
		}
		b.WriteString(text)
		end, _ = utf8.DecodeLastRuneInString(text)
	}
	return norm.NFC.String(b.String())
}

// isMark reports whether text is nothing but a mark that stands close to the
// word before it. Some tools make a segment of each.
func isMark(text string) bool { return text != "" && strings.Trim(text, ",.;:!?…’”)") == "" }

// unspaced reports whether r belongs to a script that puts no space between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) || strings.ContainsRune("。、，！？：；「」『』…", r)
}

// settleJoin settles whether neighbours with one speaker are one turn. By
// itself ingest joins captions and keeps other cues, which the source set
// apart, perhaps for a reason.
func settleJoin(d *draft, spoken []int, cast *cast, l *ledger) bool {
	n := 0
	for k := 1; k < len(spoken); k++ {
		a, b := &d.cues[spoken[k-1]], &d.cues[spoken[k]]
		if id := cast.speaker(a.name); id != "" && id == cast.speaker(b.name) && !a.note && !b.note && (d.captioned || !b.silent) {
			n++
		}
	}
	reason := "a label begins a turn even where it repeats the speaker; places: "
	if d.captioned {
		reason = "the source cuts speech to fit captions or pauses, not where the speaker changes, so neighbours with one speaker are one turn; places: "
	}
	return n > 0 && l.settle(Decision{
		ID: "join", Kind: DecideJoin, Applied: d.captioned, Labels: []LabelCount{}, Reason: reason + strconv.Itoa(n),
	})
}

// prose joins parts to text in NFC, with paragraphs separated by "\n". White
// space that is a control character, such as a tab, becomes a space.
func (d *draft) prose(parts []part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 && p.join > 0 {
			b.WriteByte(p.join)
		}
		text := p.text
		if text == "" {
			text = d.src.slice(p.Range)
		}
		b.WriteString(strings.Map(plainSpace, text))
	}
	return norm.NFC.String(b.String())
}

func plainSpace(r rune) rune {
	if unicode.IsControl(r) && r != '\n' {
		return ' '
	}
	return r
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
