package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendBand appends the turns of band b, a run of turns on one topic or day. If a
// filter hides all of them, appendBand still appends the element of the band. The
// element may then contain a stub, the one-line placeholder for hidden turns.
func appendBand(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, b int) []byte {
	band := &l.Bands[b]
	dst = append(dst, `<section class="`...)
	dst = append(dst, BandClass(l, b)...)
	dst = append(dst, `">`...)
	if name := bandName(t, o, band); name != "" {
		dst = append(dst, `<header><h3`...)
		if band.Date == "" {
			dst = appendLang(dst, t.Lang)
		} else {
			dst = append(dst, '>')
		}
		dst = appendEscaped(dst, name)
		dst = append(dst, `</h3><span>`...)
		dst = appendTurnRange(dst, o, band.First, band.Last)
		dst = append(dst, `</span></header>`...)
	}
	for c := l.ChunkOf(band.First); c < len(l.Chunks) && l.Chunks[c].Band == b; c++ {
		dst = appendChunk(dst, t, l, o, c)
	}
	return append(dst, `</section>`...)
}

// appendChunk appends the <ol> element of chunk c, a run of turns whose markup is
// written together. The element is empty if Options.Turns limits the list to earlier
// chunks.
func appendChunk(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, c int) []byte {
	if l.Dense {
		dst = append(dst, `<ol class="chunk" role="list">`...)
	} else {
		dst = append(dst, `<ol role="list">`...)
	}
	if o.Turns == 0 || l.Chunks[c].First <= o.Turns {
		dst = AppendItems(dst, t, l, o, c)
	}
	return append(dst, `</ol>`...)
}

// AppendItems appends a list item for each turn of chunk c, a run of turns whose markup
// is written together.
func AppendItems(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, c int) []byte {
	for i := l.Chunks[c].First - 1; i < l.Chunks[c].Last; i++ {
		dst = append(dst, `<li id="t-`...)
		dst = appendEscaped(dst, t.Turns[i].ID)
		dst = append(dst, `" value="`...)
		dst = appendInt(dst, i+1)
		dst = append(dst, `">`...)
		dst = AppendRow(dst, t, l, o, i)
		dst = append(dst, `</li>`...)
	}
	return dst
}

// appendMore appends a link to the whole transcript if Options.Turns limits the list to
// the first turns. The program in the browser adds the missing turns to the list later.
func appendMore(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	last := len(l.Chunks) - 1
	if o.Turns == 0 || last < 0 || l.Chunks[last].First <= o.Turns {
		return dst
	}
	dst = append(dst, `<p class="more"><a href="`...)
	dst = appendPageURL(dst, t, o)
	dst = append(dst, `">`...)
	dst = o.say(dst, messages.FullTranscript)
	dst = o.say(dst, messages.Colon)
	dst = o.sayCount(dst, messages.Turns, len(t.Turns), count(len(t.Turns)))
	return append(dst, `</a></p>`...)
}

// BandClass returns the class attribute of the element of band b, a run of turns on one
// topic or day. The class "none" is for a band without visible turns.
func BandClass(l *timeline.Layout, b int) string {
	if l.Bands[b].Empty {
		return "band none"
	}
	return "band"
}

func appendTurnRange(dst []byte, o Options, first, last int) []byte {
	if first == last {
		return o.say(dst, messages.TurnAlone, count(first))
	}
	return o.say(dst, messages.TurnsFromTo, count(first), count(last))
}

// AppendRow appends the content of the list item of turn i. If turn i is the first of
// several hidden turns, their placeholder (stub) comes first. Then comes the turn
// itself, even if it is hidden.
func AppendRow(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	row := &l.Rows[i]
	if row.Stub > 0 {
		dst = appendStub(dst, o, i+1, row.Stub)
	}
	// The markup of a hidden turn is also written, with the attribute hidden, so that
	// the turn can be printed and the browser program can show it quickly.
	dst = append(dst, `<article part="turn`...)
	dst = append(dst, turnPart(t, i)...)
	dst = append(dst, `" class="turn `...)
	dst = append(dst, turnClass(t, i)...)
	if lane := l.Segments[i].Lane; lane >= 0 {
		dst = append(dst, " s"...)
		dst = appendInt(dst, l.Lanes[lane].Colour)
	}
	if row.Linked {
		dst = append(dst, ` linked`...)
	}
	dst = append(dst, `" aria-label="`...)
	dst = appendEscaped(dst, o.nameOf(t, l.Speakers[i]))
	dst = o.comma(dst)
	dst = o.say(dst, messages.TurnOf, count(i+1), count(len(t.Turns)))
	dst = append(dst, '"')
	if row.Linked {
		dst = append(dst, ` aria-current="true"`...)
	}
	if !row.Shown {
		dst = append(dst, ` hidden`...)
	}
	dst = append(dst, '>')
	dst = appendByline(dst, t, l, o, i)
	dst = appendText(dst, t, row, o, i)
	dst = appendQuoteStatus(dst, t, l, o, i)
	dst = appendCorrections(dst, t, l, o, i)
	dst = appendActions(dst, o, i+1)
	return append(dst, `</article>`...)
}

func appendStub(dst []byte, o Options, n, length int) []byte {
	dst = append(dst, `<div class="stub"><button type="button" data-act="reveal" data-n="`...)
	dst = appendInt(dst, n)
	dst = append(dst, `">`...)
	dst = o.sayCount(dst, messages.TurnsHidden, length, count(length))
	dst = append(dst, ` <u>`...)
	if length == 1 {
		dst = o.say(dst, messages.ShowTurn, count(n))
	} else {
		dst = o.say(dst, messages.ShowTurns, count(n), count(n+length-1))
	}
	dst = append(dst, `</u></button><p class="printed">`...)
	dst = o.sayCount(dst, messages.HiddenOnScreen, length, count(length))
	dst = o.say(dst, messages.Colon)
	dst = appendTurnRange(dst, o, n, n+length-1)
	return append(dst, `</p></div>`...)
}

// turnClass returns the class of turn i: "q" for a question, "n" for a note, "a" for
// other speech. An answer directly after its question has the class "a reply", and the
// style sheet puts it close to the question.
func turnClass(t *transcript.Transcript, i int) string {
	turn := &t.Turns[i]
	switch {
	case turn.Kind == transcript.Question:
		return "q"
	case turn.Kind == transcript.Note:
		return "n"
	case isReply(t, i):
		return "a reply"
	}
	return "a"
}

// turnPart returns what the part attribute of turn i has in addition to "turn", such as
// " question". A page that contains the <quote-timeline> element can style turns by
// these names, with ::part().
func turnPart(t *transcript.Transcript, i int) string {
	switch t.Turns[i].Kind {
	case transcript.Question:
		return " question"
	case transcript.Answer:
		return " answer"
	}
	return ""
}

// speakerName returns the name of the speaker of turn i. It searches the list of
// speakers, which takes time. So a function that appends many turns calls nameOf
// instead.
func (o Options) speakerName(t *transcript.Transcript, i int) string {
	return o.nameOf(t, int32(t.SpeakerIndex(t.Turns[i].Speaker)))
}

// nameOf returns the name of the speaker at position k of the transcript. If k is -1,
// the turn has no speaker, and the result says that the turn is a note of the editor.
func (o Options) nameOf(t *transcript.Transcript, k int32) string {
	if k >= 0 {
		return t.Speakers[k].Name
	}
	return o.words().Say(messages.EditorialNote)
}

func appendByline(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	dst = append(dst, `<div class="by"><a class="num" data-n="`...)
	dst = appendInt(dst, i+1)
	dst = append(dst, `" href="`...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, `">`...)
	dst = appendTurnNumber(dst, o, i+1)
	dst = append(dst, `</a>`...)
	k := l.Speakers[i]
	if k < 0 {
		return append(dst, `</div>`...)
	}
	dst = append(dst, `<span class="name">`...)
	// The glyph is an icon of all speakers' rows on the timeline, in which this
	// speaker's row is thick. So colour is never the only difference between speakers.
	if t.Turns[i].Kind != transcript.Question {
		dst = append(dst, `<svg class="glyph" aria-hidden="true"><use href="#g-`...)
		dst = appendInt(dst, l.Segments[i].Lane)
		dst = append(dst, `"/></svg>`...)
	}
	dst = append(dst, `<bdi>`...)
	dst = appendEscaped(dst, t.Speakers[k].Name)
	dst = append(dst, `</bdi></span>`...)
	if role := t.Speakers[k].Role; role != "" {
		dst = append(dst, ` <span class="role"><bdi>`...)
		dst = appendEscaped(dst, role)
		dst = append(dst, `</bdi></span>`...)
	}
	dst = appendPlayTime(dst, t, o, i)
	if status, ok := statusOf(t, i); ok {
		dst = append(dst, ` <span class="status">`...)
		dst = o.say(dst, status)
		dst = append(dst, `</span>`...)
	}
	if l.Rows[i].Linked {
		dst = append(dst, ` <span class="flag">`...)
		dst = o.say(dst, messages.LinkedTurn)
		dst = append(dst, `</span>`...)
	}
	return append(dst, `</div>`...)
}

// appendTurnNumber appends the number of a turn. Around the number it adds words that
// only screen readers present, in the language of the interface, as in "Turn 12".
func appendTurnNumber(dst []byte, o Options, n int) []byte {
	before, _, after := messages.Hole(o.words().Say(messages.TurnNumber))
	dst = appendUnseen(dst, before)
	dst = o.number(dst, n)
	return appendUnseen(dst, after)
}

// appendUnseen appends a text of the interface that is hidden on the screen and that
// screen readers present.
func appendUnseen(dst []byte, wording string) []byte {
	if wording == "" {
		return dst
	}
	dst = append(dst, `<span class="vh">`...)
	dst = append(dst, wording...)
	return append(dst, `</span>`...)
}

// appendActions appends the buttons of turn n: "Copy link" and "Cite". Every turn has
// them, so their markup is short. On phones an icon replaces both labels.
func appendActions(dst []byte, o Options, n int) []byte {
	dst = append(dst, `<div class="acts" part="actions"><button type="button" data-act="copy`...)
	dst = appendActionName(dst, o, n, messages.CopyLink, messages.ToTurn)
	dst = o.say(dst, messages.CopyLink)
	dst = append(dst, `</button><button type="button" aria-haspopup="menu" data-act="cite`...)
	dst = appendActionName(dst, o, n, messages.Cite, messages.OfTurn)
	dst = appendIcon(dst, "cite")
	dst = o.say(dst, messages.Cite)
	return append(dst, `</button></div>`...)
}

// appendActionName completes the opening tag of a button of turn n. It adds the
// button's accessible name: the visible label and then the turn, as in "Copy link to
// turn 12".
func appendActionName(dst []byte, o Options, n int, label, what messages.Phrase) []byte {
	dst = append(dst, `" data-n="`...)
	dst = appendInt(dst, n)
	dst = append(dst, `" aria-label="`...)
	dst = o.say(dst, label)
	dst = o.say(dst, what, count(n))
	return append(dst, `">`...)
}
