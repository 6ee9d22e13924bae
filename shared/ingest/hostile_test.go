package ingest

import (
	"encoding/json"
	"reflect"
	"runtime"
	"testing"

	"quoteline/shared/ingest/hostile"
)

// counted reads a source. It returns the amount of work (steps, lines, ...), and how
// many bytes of memory were allocated.
func counted(t *testing.T, src string) (used Limits, allocated int) {
	t.Helper()
	var before, after runtime.MemStats
	budget := &Budget{}
	runtime.ReadMemStats(&before)
	_, err := Ingest([]byte(src), Options{Budget: budget})
	runtime.ReadMemStats(&after)
	if err != nil {
		checkRefusal(t, []byte(src), err)
	}
	return budget.Used(), int(after.TotalAlloc - before.TotalAlloc)
}

// TestHostileSourcesAreLinear reads each kind of hostile source, which is meant to cause
// much work, in two sizes. The second size is twice the first. If the work grew with the
// square of the size, the second source would need four times as many steps (units of
// work).
func TestHostileSourcesAreLinear(t *testing.T) {
	const size = 48 << 10
	for _, k := range hostile.Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			one, oneAllocated := counted(t, k.Source(size))
			two, twoAllocated := counted(t, k.Source(2*size))
			if 10*two.Steps > 23*one.Steps {
				t.Errorf("%d bytes take %d steps, twice as many %d", size, one.Steps, two.Steps)
			}
			// Lists and maps double their capacity when they are full. Therefore
			// memory does not grow evenly, and the allowed factor is three.
			if twoAllocated > 3*oneAllocated {
				t.Errorf("%d bytes take %d bytes of memory, twice as many %d", size, oneAllocated, twoAllocated)
			}
		})
	}
}

// TestBudgetChangesNoResult reads each source with a budget (limits on the work) and
// without one. The results must be equal.
func TestBudgetChangesNoResult(t *testing.T) {
	for _, k := range hostile.Kinds() {
		src := []byte(k.Source(4 << 10))
		free, freeErr := Ingest(src, Options{})
		bounded, boundedErr := Ingest(src, Options{Budget: &Budget{}})
		if !reflect.DeepEqual(free, bounded) || !reflect.DeepEqual(freeErr, boundedErr) {
			t.Errorf("%s: the results differ", k.Name)
		}
	}
}

// TestBudgetEndsEveryStage sets each limit on the work in turn to several values.
// Each value is less than the source needs. Therefore Ingest must stop at many
// different points of the code, and return a LimitError each time.
func TestBudgetEndsEveryStage(t *testing.T) {
	const fractions = 9
	for _, k := range hostile.Kinds() {
		src := k.Source(4 << 10)
		used, _ := counted(t, src)
		for field := range reflect.TypeFor[Limits]().NumField() {
			needed := int(reflect.ValueOf(used).Field(field).Int())
			for part := range fractions {
				most := needed * part / fractions
				if most == 0 {
					continue // 0 would be no limit
				}
				budget := &Budget{}
				reflect.ValueOf(&budget.Max).Elem().Field(field).SetInt(int64(most))
				_, err := Ingest([]byte(src), Options{Budget: budget})
				if e, ok := err.(*LimitError); !ok || e.Max != most {
					t.Errorf("%s: with a limit of %d %s: error %v", k.Name, most, reflect.TypeFor[Limits]().Field(field).Name, err)
				}
			}
		}
	}
}

// TestAnswerIsEstimated checks an estimate. While Ingest reads a source, it estimates
// the size of its result in JSON, so that the size can be limited. The real size must
// not be much greater than the estimate.
func TestAnswerIsEstimated(t *testing.T) {
	for _, k := range hostile.Kinds() {
		budget := &Budget{}
		r, err := Ingest([]byte(k.Source(64<<10)), Options{Budget: budget})
		if err != nil {
			continue
		}
		body, err := json.Marshal(r)
		if estimate := budget.Used().Answer; err != nil || len(body) > 2*estimate+64<<10 {
			t.Errorf("%s: %d bytes are estimated as %d, error %v", k.Name, len(body), estimate, err)
		}
	}
}
