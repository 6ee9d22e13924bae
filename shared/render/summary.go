package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
)

// AppendSummary appends an announcement for screen readers after the reader has changed
// the search or a filter. It says how many turns the search has found, or how many
// turns the filter shows.
func AppendSummary(dst []byte, l *timeline.Layout, o Options) []byte {
	all := len(l.Rows)
	switch {
	case l.HitAt > 0:
		return o.say(dst, messages.HitOfTurn, count(l.HitAt), count(l.HitTurns), count(l.Hits[l.HitAt-1].N))
	case l.Searching:
		return o.sayCount(dst, messages.TurnsContain, all, count(l.HitTurns), count(all), plain(l.Query))
	case l.Filtered:
		return o.sayCount(dst, messages.TurnsShown, all, count(l.Shown), count(all))
	}
	return o.sayCount(dst, messages.Turns, all, count(all))
}
