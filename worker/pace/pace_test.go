package pace_test

import (
	"context"
	"testing"

	"quoteline/worker/pace"
)

func TestWorkPausesAfterManySteps(t *testing.T) {
	pauses := 0
	p := pace.Of(pace.With(t.Context(), func() { pauses++ }))
	for _, c := range []struct{ steps, pauses int }{
		{pace.Between - 1, 0},
		{1, 1},
		{1, 1},
		{pace.Between - 1, 2},
		{10 * pace.Between, 3}, // one pause, however late it is
		{0, 3},
	} {
		if p.Steps(c.steps); pauses != c.pauses {
			t.Errorf("after %d more steps: %d pauses, want %d", c.steps, pauses, c.pauses)
		}
	}
}

func TestWithoutPaceNothingPauses(t *testing.T) {
	pace.Of(context.Background()).Steps(10 * pace.Between)
}
