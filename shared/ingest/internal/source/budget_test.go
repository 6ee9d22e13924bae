package source

import "testing"

// TestWorkIsCountedAfterALimit exceeds a limit, and then calls each method that adds
// steps. The function Work must still get these steps, because Work lets other requests
// of the Worker be answered.
func TestWorkIsCountedAfterALimit(t *testing.T) {
	worked := 0
	b := &Budget{Max: Limits{Lines: 1}, Work: func(steps int) { worked += steps }}
	b.lines(2)
	for _, c := range []struct {
		name  string
		count func(n int) bool
		steps int
	}{
		{"steps", b.Steps, 3},
		{"values", b.Values, 3 * 32},
		{"cues", b.Cues, 3 * 32},
		{"answer", b.Answer, 3},
	} {
		worked = 0
		if within := c.count(3); within || worked != c.steps {
			t.Errorf("%s: Work gets %d steps, want %d; the work may continue: %v", c.name, worked, c.steps, within)
		}
	}
	if used := b.Used(); used != (Limits{Lines: 2}) {
		t.Errorf("after the limit, the amounts are %+v", used)
	}
}
