// Package timeline lays a transcript out as a line: who speaks when, for how long,
// and which turns a reader's choice leaves visible.
//
// [Lay] is a pure function from a transcript and a [View] (the reader's choice) to a
// [Layout]. All lengths are integers, so that every compiler gives the same layout:
// the axis is [Length] units long, of which a [Window] is shown; shares are per
// mille.
//
// The axis is one of three. Turns without times are in order of speaking, each as
// wide as its words. Turns with times are on the [Clock] of the recording, with its
// pauses. Turns of several days are grouped by day under a [Calendar].
package timeline
