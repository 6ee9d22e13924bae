package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestStepsGrowWithTheInput runs the program as WebAssembly, with all probes (measured
// calls). It fails if the steps of a function grow too fast.
func TestStepsGrowWithTheInput(t *testing.T) {
	out, err := exec.Command("./run.sh", "1").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Log(strings.TrimSpace(string(out)))
}

// TestASquareIsFound checks the judgement of given numbers of steps. Steps that grow with
// the square of the input must be reported.
func TestASquareIsFound(t *testing.T) {
	p := probe{}
	for _, c := range []struct {
		steps []int64
		fault bool
	}{
		{[]int64{100_000, 200_000, 400_000}, false},
		{[]int64{100_000, 220_000, 480_000}, false}, // n log n
		{[]int64{100_000, 400_000, 1_600_000}, true},
		{[]int64{100_000, 270_000, 720_000}, true}, // growth of 2.7
		{[]int64{10, 100, 1000}, false},            // too little to judge
		{nil, false},
	} {
		if got := p.fault(c.steps); (got != "") != c.fault {
			t.Errorf("steps %v: %q", c.steps, got)
		}
	}
	p.most = 2_000_000
	if fault := p.fault([]int64{100_000, 400_000, 1_600_000}); fault != "" {
		t.Errorf("a limit of the work is not respected: %s", fault)
	}
}
