package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendBand appends the turns of one topic. A band whose turns are all hidden
// keeps its element, which may hold the stub of a run that begins in it.
func appendBand(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, b int) []byte {
	band := &l.Bands[b]
	dst = append(dst, `<section class="`...)
	dst = append(dst, BandClass(l, b)...)
	dst = append(dst, `">`...)
	if band.Topic >= 0 {
		dst = append(dst, `<header><h3`...)
		dst = appendLang(dst, t.Lang)
		dst = appendEscaped(dst, t.Topics[band.Topic].Label)
		dst = append(dst, `</h3><span>`...)
		dst = appendTurnRange(dst, band.First, band.Last)
		dst = append(dst, `</span></header>`...)
	}
	dst = append(dst, `<ol role="list">`...)
	for i := band.First - 1; i < band.Last; i++ {
		dst = append(dst, `<li id="t-`...)
		dst = appendEscaped(dst, t.Turns[i].ID)
		dst = append(dst, `" value="`...)
		dst = appendInt(dst, i+1)
		dst = append(dst, `">`...)
		dst = AppendRow(dst, t, l, o, i)
		dst = append(dst, `</li>`...)
	}
	return append(dst, `</ol></section>`...)
}

// BandClass returns the class of the element of band b.
func BandClass(l *timeline.Layout, b int) string {
	if l.Bands[b].Empty {
		return "band none"
	}
	return "band"
}

func appendTurnRange(dst []byte, first, last int) []byte {
	if first == last {
		dst = append(dst, `turn `...)
		return appendCount(dst, first)
	}
	dst = append(dst, `turns `...)
	dst = appendCount(dst, first)
	dst = append(dst, ` to `...)
	return appendCount(dst, last)
}

// AppendRow appends what the list item of turn i holds: the stub of a hidden
// run that begins here, and the turn itself, hidden or not.
func AppendRow(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	row := &l.Rows[i]
	if row.Stub > 0 {
		dst = appendStub(dst, i+1, row.Stub)
	}
	dst = append(dst, `<article class="turn `...)
	dst = append(dst, turnClass(t, i)...)
	dst = append(dst, " s"...)
	dst = appendInt(dst, max(0, l.Segments[i].Lane))
	if row.Linked {
		dst = append(dst, ` linked`...)
	}
	dst = append(dst, `" aria-label="Turn `...)
	dst = appendCount(dst, i+1)
	dst = append(dst, ` of `...)
	dst = appendCount(dst, len(t.Turns))
	dst = append(dst, `, `...)
	dst = appendEscaped(dst, speakerName(t, i))
	dst = append(dst, '"')
	if row.Linked {
		dst = append(dst, ` aria-current="true"`...)
	}
	if !row.Shown {
		dst = append(dst, ` hidden`...)
	}
	dst = append(dst, '>')
	dst = appendByline(dst, t, l, o, i)
	dst = appendText(dst, t, row, i)
	dst = appendProof(dst, row.Proof)
	dst = appendActions(dst, i+1)
	return append(dst, `</article>`...)
}

func appendStub(dst []byte, n, length int) []byte {
	dst = append(dst, `<div class="stub"><button type="button" data-act="reveal" data-n="`...)
	dst = appendInt(dst, n)
	dst = append(dst, `">`...)
	dst = appendOf(dst, length, "turn")
	dst = append(dst, ` hidden <u>Show `...)
	dst = appendTurnRange(dst, n, n+length-1)
	return append(dst, `</u></button></div>`...)
}

// turnClass tells questions, speech and notes apart. An answer directly after
// its question stands close to it.
func turnClass(t *transcript.Transcript, i int) string {
	turn := &t.Turns[i]
	switch {
	case turn.Kind == transcript.Question:
		return "q"
	case turn.Kind == transcript.Note:
		return "n"
	case turn.ReplyTo != "" && i > 0 && t.Turns[i-1].ID == turn.ReplyTo:
		return "a reply"
	}
	return "a"
}

func speakerName(t *transcript.Transcript, i int) string {
	if k := t.SpeakerIndex(t.Turns[i].Speaker); k >= 0 {
		return t.Speakers[k].Name
	}
	return "note"
}

func appendByline(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	dst = append(dst, `<div class="by"><a class="num" data-n="`...)
	dst = appendInt(dst, i+1)
	dst = append(dst, `" href="`...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, `"><span class="vh">Turn </span>`...)
	dst = appendCount(dst, i+1)
	dst = append(dst, `</a>`...)
	k := t.SpeakerIndex(t.Turns[i].Speaker)
	if k < 0 {
		return append(dst, `</div>`...)
	}
	dst = append(dst, `<span class="name">`...)
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
	if l.Rows[i].Linked {
		dst = append(dst, ` <span class="flag">Linked turn</span>`...)
	}
	return append(dst, `</div>`...)
}

func appendActions(dst []byte, n int) []byte {
	dst = append(dst, `<div class="acts"><button type="button" data-act="copy" data-n="`...)
	dst = appendInt(dst, n)
	dst = append(dst, `">`...)
	dst = appendIcon(dst, "link")
	dst = append(dst, `<span>Copy link<span class="vh"> to turn `...)
	dst = appendCount(dst, n)
	return append(dst, `</span></span></button></div>`...)
}
