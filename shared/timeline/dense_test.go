package timeline_test

import (
	"testing"

	"quoteline/shared/timeline"
)

func TestTurnAt(t *testing.T) {
	lines := make([]string, timeline.DenseAbove+1)
	for i := range lines {
		lines[i] = []string{"host: why", "a: because of that"}[i%2]
	}
	l := timeline.Lay(conversation(lines...), &timeline.View{})
	if !l.Dense || len(l.Threads) > 0 {
		t.Errorf("%d turns: dense %t, %d threads; want a dense line without threads", len(lines), l.Dense, len(l.Threads))
	}
	for i, s := range l.Segments {
		if s.W == 0 {
			continue
		}
		for _, x := range []int{s.X, s.X + s.W - 1} {
			if n := l.TurnAt(x); n != i+1 {
				t.Fatalf("TurnAt(%d) = %d, want %d", x, n, i+1)
			}
		}
	}
	if n := l.TurnAt(timeline.Length); n != len(lines) {
		t.Errorf("TurnAt at the end = %d, want %d", n, len(lines))
	}
	if n := timeline.Lay(conversation(), &timeline.View{}).TurnAt(0); n != 0 {
		t.Errorf("TurnAt without turns = %d, want 0", n)
	}
}
