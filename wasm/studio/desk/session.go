package desk

import (
	"encoding/json"
	"errors"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// Session answers the calls of the studio's page. At most one source text is open at a time.
type Session struct {
	Progress func(ingest.Stage)
	desk     *Desk
}

// question holds the arguments of a call from the page. Each call uses only some of the
// fields.
type question struct {
	Log  edit.Log  `json:"log"`
	File string    `json:"file"` // the name of the source's file, "" for none
	Step edit.Step `json:"step"`
	Pane string    `json:"pane"` // which rows: "source" or "turns"
	From int       `json:"from"` // first position of the rows or turns From ≤ i < To
	To   int       `json:"to"`
	Turn string    `json:"turn"`
	Name string    `json:"name"`
	Base string    `json:"base"`
	Date string    `json:"date"`
	Note string    `json:"note"`
}

var errNothingOpen = errors.New("nothing is open")

// Call carries out the call with that name and returns its answer as JSON. The argument asked
// is a JSON object with the arguments of the call: its members are the fields of the type
// question. Only some calls need the argument body: the bytes of a source, or another version
// of the transcript as JSON. If "open" fails, the previous source stays open.
func (s *Session) Call(name string, asked, body []byte) ([]byte, error) {
	var q question
	if err := json.Unmarshal(asked, &q); err != nil {
		return nil, err
	}
	// Without an open source, only "open" works. The calls "preview", "log" and
	// "publication" already return JSON, which must not be encoded as JSON a second time.
	if name == "open" {
		opened, err := Open(body, q.File, q.Log, s.Progress)
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
	// The calls that change the transcript return the new state of the page (a View). The
	// other calls return the data that they ask for.
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

// then is called after a change. If err is nil, it returns the new state of the page.
// Otherwise the change has failed, and it returns err.
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
	Line   int    `json:"line,omitempty"` // 0 if the error has no position
	Column int    `json:"column,omitempty"`

	// Encodings are the names of the encodings from which the editor can choose. They are
	// empty unless the source was refused because its encoding is unknown.
	Encodings []string `json:"encodings,omitempty"`
}

// FailureOf returns an error in the form that the page shows. It makes whole sentences of
// the error's texts.
func FailureOf(err error) Failure {
	if e, ok := errors.AsType[*ingest.Error](err); ok {
		f := Failure{Reason: sentence(e.Reason), Advice: sentence(e.Advice), Line: e.Line, Column: e.Column}
		if e.AsksEncoding {
			f.Encodings = ingest.Encodings()
		}
		return f
	}
	return Failure{Reason: sentence(err.Error())}
}
