package label

import "testing"

// TestIsUnknown tries labels of unknown speakers, and names that look similar.
func TestIsUnknown(t *testing.T) {
	for name, want := range map[string]bool{
		"?": true, "-": true, "—": true, "": true, "UNKNOWN": true, "[Unidentified]": true, "(unknown)": true,
		"Speaker?": true, "Speaker ?": true, "(speaker ?)": true, "N/A": true, "Unbekannt": true,
		"Speaker": false, "The Speaker": false, "Unknown Speaker 2": false, "UNKNOWN MAN": false, "1": false, "A": false, "Ada?": false, "Q": false,
		"陳": false, "UNIDENTIFIED MALE": false, "Nan Long": false, "Unknown Speaker": false,
	} {
		if got := IsUnknown(name); got != want {
			t.Errorf("IsUnknown(%q) = %t", name, got)
		}
	}
}

// TestIsPlaceholder tries labels for people whom the source cannot name.
func TestIsPlaceholder(t *testing.T) {
	for name, want := range map[string]bool{
		"Unknown Speaker": true, "unknown_speaker": true, "[UNIDENTIFIED SPEAKER]": true, "New Speaker": true, "Неизвестный спикер": true,
		"Unknown Speaker 2": false, "Speaker 1": false, "UNKNOWN": false, "": false,
	} {
		if got := IsPlaceholder(name); got != want {
			t.Errorf("IsPlaceholder(%q) = %t", name, got)
		}
	}
}
