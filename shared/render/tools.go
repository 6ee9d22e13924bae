package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendTools appends the controls for search and filters. They are in a form that is
// never sent (method "dialog"). The form saves time in browsers that can fill in fields
// for the reader. After a change, such a browser examines all controls of the form.
// Without a form it would examine all controls of the page. Those are many, because
// every turn has two buttons.
func appendTools(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<form method="dialog"><fieldset class="tools`...)
	if hasTopicChoice(t) {
		dst = append(dst, ` two`...) // the style sheet reserves a second row on phones
	}
	dst = append(dst, `" aria-label="`...)
	dst = o.say(dst, messages.SearchAndFilter)
	dst = append(dst, `" disabled><label class="search" part="search">`...)
	dst = appendIcon(dst, "search")
	dst = append(dst, `<span class="vh">`...)
	dst = o.say(dst, messages.SearchInterview)
	dst = append(dst, `</span><input type="search" placeholder="`...)
	dst = o.say(dst, messages.SearchInterview)
	dst = append(dst, `" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" value="`...)
	dst = appendEscaped(dst, l.Query)
	dst = append(dst, `" dir="auto"></label><span class="count">`...)
	dst = AppendCount(dst, l, o)
	dst = append(dst, `</span><div class="steps">`...)
	dst = AppendSteps(dst, l, o)
	dst = append(dst, `</div>`...)
	dst = appendTopicChoice(dst, t, l, o)
	return append(dst, `</fieldset></form>`...)
}

// AppendCount appends which of the turns with hits is the current one, and how many
// turns have hits, as in "2 of 8 turns". If there is no search, it appends nothing.
func AppendCount(dst []byte, l *timeline.Layout, o Options) []byte {
	switch {
	case !l.Searching:
		return dst
	case l.HitAt > 0:
		return o.sayCount(dst, messages.OfTurns, l.HitTurns, bold(l.HitAt), bold(l.HitTurns))
	}
	return o.sayCount(dst, messages.Turns, l.HitTurns, bold(l.HitTurns))
}

// AppendSteps appends the buttons that go to the next and the previous turn with a hit.
// If there is no search, it appends nothing.
func AppendSteps(dst []byte, l *timeline.Layout, o Options) []byte {
	if !l.Searching {
		return dst
	}
	dst = appendIconButton(dst, o, "prev", "up", messages.PreviousHit, l.HitTurns == 0)
	dst = appendIconButton(dst, o, "next", "down", messages.NextHit, l.HitTurns == 0)
	dst = appendIconButton(dst, o, "clear", "cross", messages.ClearSearch, false)
	dst = append(dst, `<label class="only"><input type="checkbox" data-act="only"`...)
	if l.OnlyHits {
		dst = append(dst, ` checked`...)
	}
	dst = append(dst, '>')
	dst = o.say(dst, messages.OnlyHits)
	return append(dst, `</label>`...)
}

func appendIconButton(dst []byte, o Options, act, icon string, label messages.Phrase, disabled bool) []byte {
	dst = append(dst, `<button type="button" class="ib" data-act="`...)
	dst = append(dst, act...)
	dst = append(dst, `" aria-label="`...)
	dst = o.say(dst, label)
	dst = append(dst, '"')
	if disabled {
		dst = append(dst, ` disabled`...)
	}
	dst = append(dst, '>')
	dst = appendIcon(dst, icon)
	return append(dst, `</button>`...)
}

// hasTopicChoice reports whether the reader can choose one of several topics.
func hasTopicChoice(t *transcript.Transcript) bool { return len(t.Topics) > 1 }

func appendTopicChoice(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	if !hasTopicChoice(t) {
		return dst
	}
	dst = append(dst, `<label class="choice">`...)
	dst = o.say(dst, messages.Topic)
	dst = append(dst, ` <select><option value="">`...)
	dst = o.say(dst, messages.AllTopics, count(len(t.Topics)))
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

// AppendActive appends a description of the active filter, and a button that shows all
// turns again. If a search has no hits, it appends a note that says so and two ways to
// continue. If there is no filter and the search has hits, it appends nothing.
func AppendActive(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	if l.Searching && l.HitTurns == 0 {
		return appendNothingFound(dst, t, l, o)
	}
	if !l.Filtered {
		return dst
	}
	dst = append(dst, `<p class="filter"><span><b>`...)
	dst = appendFilterName(dst, t, l, o)
	dst = append(dst, `</b>`...)
	dst = o.say(dst, messages.Colon)
	dst = o.sayCount(dst, messages.OfTurns, len(t.Turns), count(l.Matches), count(len(t.Turns)))
	if l.Shown > l.Matches {
		dst = o.comma(dst)
		dst = o.say(dst, messages.WithQuestions)
	}
	dst = append(dst, `</span> <button type="button" class="link" data-act="all">`...)
	dst = o.say(dst, messages.ShowAll)
	return append(dst, `</button></p>`...)
}

// appendFilterName appends what the active filter shows: the names of the speakers and
// of the topic. If the filter shows only turns with a hit, it also appends the searched
// words.
func appendFilterName(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	var names []string
	for i := range l.Lanes {
		if !l.Lanes[i].Off {
			names = append(names, o.laneName(t, &l.Lanes[i]))
		}
	}
	switch {
	case len(names) == len(l.Lanes): // all speakers are shown, so the text does not name them
		names = nil
	case len(names) == 0:
		names = append(names, o.words().Say(messages.NoSpeaker))
	}
	for i := range t.Topics {
		if t.Topics[i].ID == l.Topic {
			names = append(names, t.Topics[i].Label)
		}
	}
	if l.OnlyHits && l.Searching {
		names = append(names, string(o.say(nil, messages.Quoted, unescaped(l.Query))))
	}
	for i, name := range names {
		if i > 0 {
			dst = o.comma(dst)
		}
		dst = append(dst, `<bdi>`...)
		dst = appendEscaped(dst, name)
		dst = append(dst, `</bdi>`...)
	}
	return dst
}

func appendNothingFound(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<div class="empty"><h3>`...)
	dst = o.say(dst, messages.NothingFound, isolated(l.Query))
	dst = append(dst, `</h3><p>`...)
	if t.Editing == transcript.EditingTranslated {
		dst = o.say(dst, messages.OfTranslation)
		dst = append(dst, ' ')
	}
	dst = o.say(dst, messages.FollowsWhole)
	dst = append(dst, `</p><p><button type="button" class="link" data-act="clear">`...)
	dst = o.say(dst, messages.ClearSearch)
	dst = append(dst, `</button> <button type="button" class="link" data-act="first">`...)
	dst = o.say(dst, messages.ReadFrom, count(1))
	return append(dst, `</button></p></div>`...)
}
