package desk

import (
	"slices"
	"strings"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/jsonpointer"
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// maxListed is the maximum number of entries that the page gets of any list of problems or
// merges.
const maxListed = 200

// View is the state of the studio that the page shows. The rows of the two lists, source and
// turns, are not part of it, because the page fetches them separately.
type View struct {
	Format       ingest.Format     `json:"format"`
	Encoding     string            `json:"encoding"`
	Introduction string            `json:"introduction"` // the beginning of the transcript's introduction
	Lines        int               `json:"lines"`        // lines of the source
	Turns        int               `json:"turns"`
	Words        int               `json:"words"`
	Speakers     []Speaker         `json:"speakers"` // the first maxSpeakers
	SpeakerCount int               `json:"speakerCount"`
	Suspicious   []Place           `json:"suspicious"` // text that an editor should check
	Unread       []Place           `json:"unread"`     // lines not understood, which prevent publishing
	UnreadCount  int               `json:"unreadCount"`
	LeftOut      int               `json:"leftOut"` // lines not understood that the editor leaves out
	Infos        int               `json:"infos"`   // remarks that need no action
	Topics       []Topic           `json:"topics"`
	Fields       map[string]string `json:"fields"`
	Interface    string            `json:"interface"` // language of the interface that the timeline's readers get
	Faults       []Fault           `json:"faults"`    // faults of the transcript, which also prevent publishing
	FaultCount   int               `json:"faultCount"`
	Misfits      []string          `json:"misfits"` // steps that no longer fit, each with the reason
	Undo         string            `json:"undo"`    // name of the step that Undo would undo, "" for none
	Redo         string            `json:"redo"`
	SourceRows   Extent            `json:"sourceRows"`
	TurnRows     Extent            `json:"turnRows"`
}

// Place is a remark (an entry of the import report) together with the row of the source that
// the remark is about.
type Place struct {
	Row   int    `json:"row"`
	Line  int    `json:"line"`
	N     int    `json:"n"` // number of the turn that the row belongs to, 0 for none
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Topic is a stretch of turns about one topic. It has the first and the last of these turns.
type Topic struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Turn  string `json:"turn"`
	N     int    `json:"n"`
	Last  int    `json:"last"` // number of the last turn
}

// Fault is a reason why the transcript cannot be published yet, together with the turn that
// has the fault.
type Fault struct {
	transcript.Fault
	Turn string `json:"turn"` // id of the turn, "" if the fault is not about a turn
	N    int    `json:"n"`
}

// View returns the state that the page shows after the latest change.
func (d *Desk) View() *View {
	r := d.reading.result.Report
	v := &View{
		Format: r.Format, Encoding: r.Encoding, Lines: lines(d.reading.text), Turns: len(d.current.Turns), Words: d.layout.Words,
		Speakers: d.speakers(), SpeakerCount: len(d.current.Speakers), Topics: d.topics(), Fields: map[string]string{},
		Interface: messages.Choose("", d.current.Lang).Say(messages.Lang),
		Undo:      d.undoable(), Redo: d.redoable(), Misfits: d.misfitting(),
		SourceRows: d.sourceExtent(), TurnRows: d.turnExtent(),
	}
	if r.Introduction != nil {
		v.Introduction = clipped(r.Introduction.Text, clip)
	}
	for _, name := range edit.Fields() {
		v.Fields[name] = edit.Field(d.current, name)
	}
	d.tellRemarks(v)
	d.tellFaults(v)
	return v
}

func lines(text string) int {
	n := strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
	if !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r") {
		n++
	}
	return n
}

func (d *Desk) tellRemarks(v *View) {
	v.Suspicious, v.Unread, v.UnreadCount = []Place{}, []Place{}, len(d.reading.unread)
	unread := map[int]bool{}
	for _, i := range d.reading.unread {
		unread[i] = true
	}
	for i := range d.reading.result.Report.Remarks {
		m := &d.reading.result.Report.Remarks[i]
		switch {
		case unread[i]:
			v.Unread = appendPlace(v.Unread, d.at(m))
		case m.Kind == ingest.RemarkUnknown:
			v.LeftOut++
		case m.Level == ingest.LevelCheck:
			v.Suspicious = appendPlace(v.Suspicious, d.at(m))
		default:
			v.Infos++
		}
	}
}

func appendPlace(list []Place, p Place) []Place {
	if len(list) == maxListed {
		return list
	}
	return append(list, p)
}

func (d *Desk) at(m *ingest.Remark) Place {
	p := Place{Line: m.Line, Title: title(m.Kind), Text: m.Text}
	if c := d.decisionNamed(m.Decision); c != nil && len(c.Labels) > 0 {
		p.Text = c.Labels[0].Label + ":"
	}
	if len(d.reading.pieces) > 0 {
		p.Row = d.reading.pieceAt(m.Position)
		p.N = d.sourceRow(&d.reading.pieces[p.Row]).N
	}
	return p
}

func (d *Desk) tellFaults(v *View) {
	v.Faults = []Fault{}
	faults := d.current.Validate()
	v.FaultCount = len(faults)
	for _, f := range faults[:min(len(faults), maxListed)] {
		v.Faults = append(v.Faults, d.locate(f))
	}
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

func (d *Desk) topics() []Topic {
	list := []Topic{}
	for i := range d.current.Turns {
		if d.topicBegins(i) {
			id := d.current.Turns[i].Topics[0]
			list = append(list, Topic{ID: id, Label: d.topicLabel(id), Turn: d.current.Turns[i].ID, N: i + 1})
		}
		if n := len(list); n > 0 && slices.Contains(d.current.Turns[i].Topics, list[n-1].ID) {
			list[n-1].Last = i + 1
		}
	}
	return list
}
