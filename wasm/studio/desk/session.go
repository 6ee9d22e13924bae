package desk

import (
	"encoding/json"
	"errors"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// Session answers what the page asks. It holds one desk at a time.
type Session struct {
	Progress func(ingest.Stage)
	desk     *Desk
}

// question is what a call may carry; each one uses some of the fields.
type question struct {
	Log  edit.Log  `json:"log"`
	Step edit.Step `json:"step"`
	Pane string    `json:"pane"` // "source" or "turns"
	From int       `json:"from"` // of rows or turns From ≤ i < To
	To   int       `json:"to"`
	Turn string    `json:"turn"`
	Name string    `json:"name"`
	Base string    `json:"base"`
	Date string    `json:"date"`
	Note string    `json:"note"`
}

var errNothingOpen = errors.New("nothing is open")

// Call answers a call by its name with JSON. Question is JSON too, body the bytes
// of a source or of another version. A source that cannot be read leaves what
// was open before.
func (s *Session) Call(name string, asked, body []byte) ([]byte, error) {
	var q question
	if err := json.Unmarshal(asked, &q); err != nil {
		return nil, err
	}
	// Only "open" works without a source; the next three answer with JSON already.
	if name == "open" {
		opened, err := Open(body, q.Log, s.Progress)
		if err != nil {
			return nil, err
		}
		s.desk = opened
		return json.Marshal(opened.View())
	}
	if s.desk == nil {
		return nil, errNothingOpen
	}
	switch name {
	case "preview":
		return s.desk.Preview(q.From, q.To)
	case "log":
		return s.desk.Log()
	case "publication":
		return s.desk.Publication(body, q.Date, q.Note)
	}
	answer, err := s.desk.answer(name, &q, body)
	if err != nil {
		return nil, err
	}
	return json.Marshal(answer)
}

func (d *Desk) answer(name string, q *question, body []byte) (any, error) {
	// A change answers with the new view; the other calls only read.
	switch name {
	case "do":
		return d.then(d.Do(q.Step))
	case "undo":
		return d.then(d.Undo())
	case "redo":
		return d.then(d.Redo())
	case "rows":
		if q.Pane == "turns" {
			return d.TurnRows(q.From, q.To), nil
		}
		return d.SourceRows(q.From, q.To), nil
	case "turn":
		if turn, ok := d.Turn(q.Turn); ok {
			return turn, nil
		}
		return nil, errors.New("this turn is no longer there")
	case "slug":
		return ingest.Slug(q.Name), nil
	case "compare":
		return d.Compare(body)
	case "snippets":
		return d.Snippets(q.Base), nil
	}
	return nil, errors.New("there is no call " + name)
}

// then returns the view after a change, or why there was none.
func (d *Desk) then(err error) (*View, error) {
	if err != nil {
		return nil, err
	}
	return d.View(), nil
}

// Failure is an error as the page shows it.
type Failure struct {
	Reason string `json:"reason"`
	Advice string `json:"advice,omitempty"`
	Line   int    `json:"line,omitempty"` // 0 where no place is known
	Column int    `json:"column,omitempty"`
}

// FailureOf makes sentences of an error.
func FailureOf(err error) Failure {
	if e, ok := errors.AsType[*ingest.Error](err); ok {
		return Failure{sentence(e.Reason), sentence(e.Advice), e.Line, e.Column}
	}
	return Failure{Reason: sentence(err.Error())}
}
