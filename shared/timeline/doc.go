// Package timeline lays a transcript out as a line: who speaks where, how
// long, and what of it a reader's choice leaves visible.
//
// [Lay] is a pure function from a transcript and a [View] (the reader's choice)
// to a [Layout]. All lengths are integers, so that every compiler gives the
// same layout: the axis is [Length] units long, of which a [Window] is shown;
// shares are per mille.
//
// The axis is one of order: turns stand in the order of speaking and a turn is
// as wide as its words. It says nothing about the clock.
package timeline
