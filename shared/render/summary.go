package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
)

// AppendSummary appends an announcement for screen readers after a change of the view:
// how many turns a search found, or how many turns a filter shows.
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
