package desk

import (
	"encoding/json"
	"slices"
	"strconv"

	"quoteline/shared/jsonpointer"
	"quoteline/shared/transcript"
)

// Fault is a reason why the transcript cannot be published yet, together with the turn that
// has the fault.
type Fault struct {
	transcript.Fault
	Turn string `json:"turn"` // id of the turn, "" if the fault is not about a turn
	N    int    `json:"n"`
}

// tellFaults adds faults to the view (the state that the page shows). A fault is a reason
// for which the server would refuse the transcript, such as a turn that is too long. So
// an editor learns of it before the transcript is published.
func (d *Desk) tellFaults(v *View) {
	v.Faults, v.Obstacles = []Fault{}, []Fault{}
	t := d.current
	faults := slices.Concat(checkSize(t), t.Validate(), t.CheckClock(), t.CheckText())
	v.FaultCount = len(faults)
	for _, f := range faults {
		if len(v.Faults) < maxListed {
			v.Faults = append(v.Faults, d.locate(f))
		}
		if !isDetail(f.Pointer) {
			if v.ObstacleCount++; len(v.Obstacles) < maxListed {
				v.Obstacles = append(v.Obstacles, d.locate(f))
			}
		}
	}
}

// isDetail reports whether a JSON Pointer names a detail of the transcript, such as
// "/title" or "/media/url". An editor fills in the details last. So an empty detail is
// not reported as an obstacle to publication.
func isDetail(pointer string) bool {
	member, _, _ := jsonpointer.Next(pointer)
	return pointer != "" && member != "turns" && member != "speakers" && member != "topics"
}

// checkSize reports a transcript that is longer than the server can store. The server
// stores JSON, in which each turn has an id and a number. So checkSize measures that
// JSON.
func checkSize(t *transcript.Transcript) transcript.Faults {
	var c counter
	e := json.NewEncoder(&c)
	e.SetEscapeHTML(false)
	// The encoder cannot fail, because a transcript consists of texts and numbers.
	if err := e.Encode(t); err != nil || c <= transcript.MaxStored {
		return nil
	}
	return transcript.Faults{{Message: "has " + strconv.Itoa(int(c)) + " bytes as JSON, and " +
		strconv.Itoa(transcript.MaxStored) + " can be published; publish it in parts"}}
}

// counter counts the bytes that are written to it.
type counter int

// Write counts the bytes of p. It never fails.
func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// locate finds the turn that a fault is about, and adds the turn's id and number to the
// fault.
func (d *Desk) locate(f transcript.Fault) Fault {
	member, rest, _ := jsonpointer.Next(f.Pointer)
	position, _, _ := jsonpointer.Next(rest)
	n, ok := jsonpointer.Index(position, len(d.current.Turns))
	if member != "turns" || !ok {
		return Fault{Fault: f}
	}
	return Fault{f, d.current.Turns[n].ID, n + 1}
}
