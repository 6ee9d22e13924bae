package label

import "testing"

// TestOwnLabel tries texts that begin with the label of their speaker, or with words
// that look similar.
func TestOwnLabel(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"Ben Short", "MR. SHORT: Good morning.", 11},
		{"Ben Short", "Mr. Short: Yes.", 11},
		{"Ben Short", "ben short: Yes.", 11},
		{"Ben Short", "[Ben Short]: Yes.", 13},
		{"Ben Short", "Ben: look.", 0},
		{"Ben Short", "In short: no.", 0},
		{"Ben Short", "MR. LONG: Yes.", 0},
		{"SPEAKER_00", "SPEAKER_00:Yes.", 11},
		{"Ben Short", "Good morning.", 0},
		{"Short", "Short: no.", 7},
		{"", ": no.", 0},
	} {
		if got := OwnLabel(c.name, c.text); got != c.want {
			t.Errorf("OwnLabel(%q, %q) = %d", c.name, c.text, got)
		}
	}
}
