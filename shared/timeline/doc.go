// Package timeline lays a transcript out as a line: who speaks where, how
// long, and what of it a reader's choice leaves visible.
//
// [Lay] is a pure function from a transcript and a [View] (the reader's choice)
// to a [Layout]. All lengths are integers, so that every compiler gives the
// same layout: the axis is [Length] units long, of which a [Window] is shown;
// shares are per mille.
//
// Turns without times stand in the order of speaking, each as wide as its words; with
// times they stand on the [Clock] of the recording, and pauses stay open. Where they
// were said on different days, each day stands by itself under a [Calendar].
package timeline
