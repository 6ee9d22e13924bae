package desk

import (
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// TestWhatTheServerRefusesIsReportedAtOnce opens sources that the server would refuse to
// publish, such as one with a very long turn. The page's state must have the reason as
// soon as the source is open.
func TestWhatTheServerRefusesIsReportedAtOnce(t *testing.T) {
	words := "All of us were there, and \"none\" of us knew. "
	for name, tt := range map[string]struct{ src, pointer, message string }{
		"turn": {
			"A: Who?\nB: " + strings.Repeat(words, transcript.MaxTurnText/len(words)+1) + "\n",
			"/turns/1/text", "split the turn into turns of at most 100000",
		},
		"size": {
			strings.Repeat("A: Who?\nB: "+strings.Repeat(words, 20)+"\n", transcript.MaxStored/len(words)/20),
			"", "1900000 can be published; publish it in parts",
		},
		"time": {
			`{"segments": [{"start": -5, "end": 1, "text": "Who?", "speaker": "A"}]}`, "/turns/0/start", "is negative",
		},
	} {
		v := open(t, tt.src).View()
		if v.ObstacleCount != 1 || v.Obstacles[0].Pointer != tt.pointer || !strings.Contains(v.Obstacles[0].Message, tt.message) {
			t.Errorf("%s: got %+v", name, v.Obstacles)
		}
		if v.Faults[0].Pointer != tt.pointer && v.FaultCount < 4 {
			t.Errorf("%s: the faults lack it: %+v", name, v.Faults)
		}
	}
	if v := open(t, source).View(); v.ObstacleCount != 0 || v.FaultCount == 0 {
		t.Errorf("only details are missing, but there are obstacles: %+v", v.Obstacles)
	}
}
