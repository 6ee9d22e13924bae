package draft

import (
	"strconv"
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// ownLabels collects names at the start of texts. An example is the text "Host: no label"
// if a separate field of the source also names Host as its speaker. Such a name may be a
// label, or the speaker may have said it.
type ownLabels struct {
	changes int // texts at which the speaker changes, or that begin with such a label
	list    []ownLabel
}

// ownLabel is a label at the start of a cue's text (the words of one speaker). Its name is
// exactly the name of the cue's speaker.
type ownLabel struct {
	cue  int // index of the cue
	name string
	at   transcript.Range // the label, with the white space around it
}

// CutOwnLabel removes the label at the start of a cue's text, if a separate field of the
// source also names the speaker. For example, the field has "Ben Short" and the text is
// "MR. SHORT: Good morning." The argument at is the range of the text. The results are
// the range and the text without the label.
//
// A speaker may also say such words, as in the text "Host: no label" of the speaker Host.
// So a label that is spelled exactly like the field is removed only provisionally.
// [Draft.ResolveOwnLabels] decides later about all labels of this kind.
func (d *Draft) CutOwnLabel(at transcript.Range, text string) (transcript.Range, string) {
	c := d.OpenCue()
	if len(c.Parts) > 0 || c.Name == "" {
		return at, text
	}
	lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	cut := lead + label.OwnLabel(c.Name, text[lead:])
	cuts := cut > lead && cut < len(text) && strings.HasPrefix(d.Src.Slice(at), text[:cut]) && !hasReference(text[:cut])
	exact := cuts && strings.HasPrefix(text[lead:], c.Name+":")
	if exact || d.Cues[len(d.Cues)-2].Name != c.Name {
		d.own.changes++
	}
	if !cuts {
		return at, text
	}
	own := transcript.Range{Start: at.Start, End: at.Start + cut}
	d.Account(SpanLabel, own)
	if exact {
		d.own.list = append(source.WithRoom(d.own.list), ownLabel{len(d.Cues) - 1, c.Name, own})
	}
	at.Start += cut
	return at, text[cut:]
}

// hasReference reports whether text may have a character reference such as &amp;, or a tag.
func hasReference(text string) bool {
	return strings.Contains(text, "<") || strings.Contains(text, "&") && strings.Contains(text, ";")
}

// ResolveOwnLabels decides whether names at the start of texts are labels. It is about
// names that are spelled exactly like the speaker's name in a separate field of the
// source. By default they are labels if there are at least two, and if two thirds of the
// texts at which the speaker changes begin with one. Otherwise they are part of the
// words. An editor can reverse the decision.
func (d *Draft) ResolveOwnLabels(l *Ledger) {
	if len(d.own.list) == 0 {
		return
	}
	n := len(d.own.list)
	at := d.Src.Position(d.own.list[0].at.Start)
	if l.Decide(Decision{
		ID: "own-labels", Kind: DecideLabel, Applied: n > 1 && 3*n >= 2*d.own.changes, Labels: d.own.labels(), Position: &at,
		Reason: "words begin with the name of their speaker, whom a field of the source names; such texts: " + strconv.Itoa(n) +
			", texts at which the speaker changes: " + strconv.Itoa(d.own.changes),
	}) {
		return
	}
	words := map[transcript.Range]bool{}
	for _, o := range d.own.list {
		d.restore(o)
		words[o.at] = true
	}
	for i := range d.Stretches {
		if s := &d.Stretches[i]; s.Kind == SpanLabel && words[s.Range] {
			s.Kind = SpanText
		}
	}
}

// labels returns the names of the labels, with the number of texts that begin with each.
func (l *ownLabels) labels() []LabelCount {
	list, index := []LabelCount{}, map[string]int{}
	for _, o := range l.list {
		k, ok := index[o.name]
		if !ok {
			k, index[o.name] = len(list), len(list)
			list = append(list, LabelCount{Label: o.name})
		}
		list[k].Turns++
	}
	return list
}

// restore adds a label that CutOwnLabel has removed. The label is again the beginning of
// the words of its cue (a piece of text by one speaker).
func (d *Draft) restore(o ownLabel) {
	c := &d.Cues[o.cue]
	raw := d.Src.Slice(o.at)
	words := strings.TrimSpace(raw)
	lead := strings.Index(raw, words)
	own := Part{Range: transcript.Range{Start: o.at.Start + lead, End: o.at.Start + lead + len(words)}}
	c.Note = false // "Ada: [laughs]" is no stage direction
	if len(c.Parts) > 0 {
		own.Join = c.Parts[0].Join
		c.Parts[0].Join = separator(raw[lead+len(words):])
	}
	c.Parts = append([]Part{own}, c.Parts...)
}

// separator returns the separator between two words that have this white space between
// them in the source. It is a line feed, a space, or 0 if there is no white space.
func separator(space string) byte {
	switch {
	case space == "":
		return 0
	case strings.ContainsAny(space, "\r\n"):
		return '\n'
	}
	return ' '
}
