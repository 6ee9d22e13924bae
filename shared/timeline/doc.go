// Package timeline computes the timeline graphic of a transcript, called the line: who
// speaks when, for how long, and which turns are visible after the reader's choice of
// filters.
//
// [Lay] is a pure function from a transcript and a [View] (the reader's choice) to a
// [Layout] (where each turn is drawn). All lengths are integers, so that Go and TinyGo
// give the same layout. The whole axis of the line is [Length] units long. The reader
// sees a part of it, the [Window]. A speaker's share of all words is in per cent.
//
// There are three kinds of axis. Turns without times are in the order of speaking, each
// as wide as its number of words. Turns with times are on the [Clock] of the recording,
// with its pauses. Turns of several days are grouped by day under a [Calendar].
package timeline
