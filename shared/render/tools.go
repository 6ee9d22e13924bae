package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

func appendTools(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	dst = append(dst, `<fieldset class="tools" aria-label="Search and filter" disabled><label class="search">`...)
	dst = appendIcon(dst, "search")
	dst = append(dst, `<span class="vh">Search the interview</span><input type="search" placeholder="Search the interview" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" value="`...)
	dst = appendEscaped(dst, l.Query)
	dst = append(dst, `"></label><span class="count">`...)
	dst = AppendCount(dst, l)
	dst = append(dst, `</span><div class="steps">`...)
	dst = AppendSteps(dst, l)
	dst = append(dst, `</div>`...)
	dst = appendTopicChoice(dst, t, l)
	return append(dst, `</fieldset>`...)
}

// AppendCount appends how many turns have a hit, and which of them is current;
// nothing when nothing is searched.
func AppendCount(dst []byte, l *timeline.Layout) []byte {
	if !l.Searching {
		return dst
	}
	if l.HitAt > 0 {
		dst = append(dst, `<b>`...)
		dst = appendCount(dst, l.HitAt)
		dst = append(dst, `</b> of `...)
	}
	dst = append(dst, `<b>`...)
	dst = appendCount(dst, l.HitTurns)
	if l.HitTurns == 1 {
		return append(dst, `</b> turn`...)
	}
	return append(dst, `</b> turns`...)
}

// AppendSteps appends the buttons to step through the hits; nothing when
// nothing is searched.
func AppendSteps(dst []byte, l *timeline.Layout) []byte {
	if !l.Searching {
		return dst
	}
	dst = appendIconButton(dst, "prev", "up", "Previous turn with a hit", l.HitTurns == 0)
	dst = appendIconButton(dst, "next", "down", "Next turn with a hit", l.HitTurns == 0)
	dst = appendIconButton(dst, "clear", "cross", "Clear the search", false)
	dst = append(dst, `<label class="only"><input type="checkbox" data-act="only"`...)
	if l.OnlyHits {
		dst = append(dst, ` checked`...)
	}
	return append(dst, `>Only turns with a hit</label>`...)
}

func appendIconButton(dst []byte, act, icon, label string, disabled bool) []byte {
	dst = append(dst, `<button type="button" class="ib" data-act="`...)
	dst = append(dst, act...)
	dst = append(dst, `" aria-label="`...)
	dst = append(dst, label...)
	dst = append(dst, '"')
	if disabled {
		dst = append(dst, ` disabled`...)
	}
	dst = append(dst, '>')
	dst = appendIcon(dst, icon)
	return append(dst, `</button>`...)
}

func appendTopicChoice(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	if len(t.Topics) < 2 {
		return dst
	}
	dst = append(dst, `<label class="choice">Topic <select><option value="">All `...)
	dst = appendCount(dst, len(t.Topics))
	dst = append(dst, `</option>`...)
	for i := range t.Topics {
		dst = append(dst, `<option value="`...)
		dst = appendEscaped(dst, t.Topics[i].ID)
		dst = append(dst, '"')
		if t.Topics[i].ID == l.Topic {
			dst = append(dst, ` selected`...)
		}
		dst = append(dst, '>')
		dst = appendEscaped(dst, t.Topics[i].Label)
		dst = append(dst, `</option>`...)
	}
	dst = append(dst, `</select>`...)
	dst = appendIcon(dst, "down")
	return append(dst, `</label>`...)
}

// AppendActive appends what the filter leaves and how to undo it, or, where a
// search finds nothing, that it does and two ways on; nothing otherwise.
func AppendActive(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	if l.Searching && l.HitTurns == 0 {
		return appendNothingFound(dst, t, l)
	}
	if !l.Filtered {
		return dst
	}
	dst = append(dst, `<p class="filter"><span><b>`...)
	dst = appendFilterName(dst, t, l)
	dst = append(dst, `</b>: `...)
	dst = appendCount(dst, l.Matches)
	dst = append(dst, ` of `...)
	dst = appendOf(dst, len(t.Turns), "turn")
	if l.Shown > l.Matches {
		dst = append(dst, `, with questions`...)
	}
	return append(dst, `</span> <button type="button" class="link" data-act="all">Show all</button></p>`...)
}

// appendFilterName names what is left on: speakers, topic, hits.
func appendFilterName(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	var names []string
	for i := range l.Lanes {
		if !l.Lanes[i].Off {
			names = append(names, laneName(t, &l.Lanes[i]))
		}
	}
	switch {
	case len(names) == len(l.Lanes):
		names = nil
	case len(names) == 0:
		names = append(names, "No speaker")
	}
	for i := range t.Topics {
		if t.Topics[i].ID == l.Topic {
			names = append(names, t.Topics[i].Label)
		}
	}
	if l.OnlyHits && l.Searching {
		names = append(names, "“"+l.Query+"”")
	}
	for i, name := range names {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = append(dst, `<bdi>`...)
		dst = appendEscaped(dst, name)
		dst = append(dst, `</bdi>`...)
	}
	return dst
}

func appendNothingFound(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	dst = append(dst, `<div class="empty"><h3>No turn contains “<bdi>`...)
	dst = appendEscaped(dst, l.Query)
	dst = append(dst, `</bdi>”</h3><p>`...)
	if t.Editing == transcript.EditingTranslated {
		dst = append(dst, `The words are a translation and may read differently from those you remember. `...)
	}
	dst = append(dst, `The transcript follows unchanged.</p><p><button type="button" class="link" data-act="clear">Clear the search</button> `...)
	return append(dst, `<button type="button" class="link" data-act="first">Read from turn 1</button></p></div>`...)
}
