package desk

import (
	"slices"
	"strings"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/messages"
	"quoteline/shared/propose"
	"quoteline/shared/transcript"
)

// maxListed is the maximum number of entries that the page gets of any list of problems or
// merges.
const maxListed = 200

// View is the state of the studio that the page shows. The rows of the two lists, source and
// turns, are not part of it, because the page fetches them separately.
type View struct {
	Format        ingest.Format      `json:"format"`
	Encoding      string             `json:"encoding"`
	Encodings     []string           `json:"encodings"`     // the names from which the editor can choose; empty if the encoding is certain
	EncodingNamed string             `json:"encodingNamed"` // the name that the editor has chosen, "" for none
	Repair        Repair             `json:"repair"`        // of characters whose encoding was changed twice
	Introduction  string             `json:"introduction"`  // the beginning of the transcript's introduction
	Lines         int                `json:"lines"`         // lines of the source
	Turns         int                `json:"turns"`
	Words         int                `json:"words"`
	Speakers      []Speaker          `json:"speakers"` // the first maxSpeakers
	SpeakerCount  int                `json:"speakerCount"`
	Groups        []Group            `json:"groups"` // the remarks by kind: first what an editor should check, then the rest
	Checks        int                `json:"checks"` // remarks that an editor should check, without lines not understood
	Unread        []Place            `json:"unread"` // lines not understood, which prevent publishing
	UnreadCount   int                `json:"unreadCount"`
	LeftOut       int                `json:"leftOut"` // lines not understood that the editor leaves out
	Infos         int                `json:"infos"`   // remarks that need no action
	Topics        []Topic            `json:"topics"`
	Fields        map[string]string  `json:"fields"`
	Proposals     []propose.Proposal `json:"proposals"` // for details that the editor has not given
	Interface     string             `json:"interface"` // language of the interface that the timeline's readers get
	Faults        []Fault            `json:"faults"`    // faults of the transcript, which also prevent publishing
	FaultCount    int                `json:"faultCount"`
	Obstacles     []Fault            `json:"obstacles"` // the faults that are not about a field of the details
	ObstacleCount int                `json:"obstacleCount"`
	Misfits       []string           `json:"misfits"` // steps that no longer fit, each with the reason
	Undo          string             `json:"undo"`    // name of the step that Undo would undo, "" for none
	Redo          string             `json:"redo"`
	SourceRows    Extent             `json:"sourceRows"`
	TurnRows      Extent             `json:"turnRows"`
}

// Topic is a stretch of turns about one topic. It has the first and the last of these turns.
type Topic struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Turn  string `json:"turn"`
	N     int    `json:"n"`
	Last  int    `json:"last"` // number of the last turn
}

// Repair is an encoding that the editor can choose in order to repair wrong characters,
// such as "â€™" for "’". The field Encoding is "" if the source has no such characters.
type Repair struct {
	Encoding string `json:"encoding"`
	Why      string `json:"why"` // which characters it repairs, as a sentence
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
	v.Repair = d.repair()
	v.Encodings, v.EncodingNamed = d.encodings(), d.log.Encoding
	v.Proposals = d.proposals()
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

// encodings returns the encodings from which the editor can choose. It returns none if the
// source proves its encoding, as UTF-8 does.
func (d *Desk) encodings() []string {
	asks := func(m ingest.Remark) bool { return m.Kind == ingest.RemarkEncoding }
	if d.log.Encoding == "" && !slices.ContainsFunc(d.remarks, asks) && d.repair().Encoding == "" {
		return []string{}
	}
	return ingest.Encodings()
}

// repair returns the encoding that would repair wrong characters of the source, such as
// "â€™" for "’". If the importer names none, the result is the zero Repair.
func (d *Desk) repair() Repair {
	for _, m := range d.reading.result.Report.Remarks {
		if m.Encoding != "" {
			return Repair{m.Encoding, sentence(m.Done)}
		}
	}
	return Repair{}
}

// proposals returns the proposals that the page still has to show. A proposal is a value
// that the source gives for a detail, such as the title. The page no longer shows a
// proposal after the editor has changed the detail. It no longer shows a proposed topic
// if another topic begins at the same turn.
func (d *Desk) proposals() []propose.Proposal {
	list, free := []propose.Proposal{}, map[string]bool{}
	for i := range d.current.Turns {
		free[d.current.Turns[i].ID] = !d.topicBegins(i)
	}
	for _, p := range d.reading.proposals {
		switch {
		case p.Field == propose.FieldTopic && !free[p.Step.Turn]:
		case p.Field == propose.FieldTopic || detail(d.current, &p) == detail(d.reading.result.Transcript, &p):
			list = append(list, p)
		}
	}
	return list
}

// detail returns the present value of the detail that a proposal would change, such as
// the title, or the name of a speaker.
func detail(t *transcript.Transcript, p *propose.Proposal) string {
	if p.Of == "" {
		return edit.Field(t, p.Field)
	}
	i := t.SpeakerIndex(p.Step.Speaker)
	switch {
	case i < 0:
		return ""
	case p.Field == "name":
		return t.Speakers[i].Name
	}
	return string(t.Speakers[i].Kind)
}
