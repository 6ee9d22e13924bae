package source

import "slices"

// WithRoom returns list with space for at least one more element. If the list is
// full, it doubles the capacity. Built-in append adds only a quarter to the capacity
// of a long list, so it would copy the elements more often.
func WithRoom[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, len(list)+1)
}

// WithRoomTo is like WithRoom for a long list that grows while a text is read. The
// argument end is the length of the text in bytes, and at is the number of bytes that
// have been read. If the list is full, WithRoomTo estimates how long it becomes: the rest
// of the text probably adds as many elements for each byte. So nearly no space remains
// unused, and the elements are seldom copied.
func WithRoomTo[T any](list []T, at, end int) []T {
	n := len(list)
	if n < cap(list) {
		return list
	}
	const spare, part = 8, 8
	expected := 4 * n
	if at > 0 {
		expected = int(float64(n) * float64(end) / float64(at))
	}
	if n < expected/part { // too early: perhaps only the beginning of the text has many elements
		expected = min(4*n, expected/part)
	}
	return slices.Grow(list, max(0, expected-n)+n/64+spare)
}
