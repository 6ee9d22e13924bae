package transcript

import "unsafe"

// Parse reads the JSON of one transcript. It accepts what encoding/json accepts and
// gives the same values, with these differences:
//
//   - Names of members are compared exactly; encoding/json ignores case.
//   - If several members have the same name, only the last one counts, even if it is
//     null; encoding/json merges them.
//   - Arrays and objects may be nested 64 levels deep; encoding/json allows 10,000.
//
// Parse checks the syntax of unknown members and skips them, so that it can read the
// JSON of later schemas. It does not check what the values mean: see
// [Transcript.Validate].
//
// The error is a [*SyntaxError]. The result does not keep b in memory.
func Parse(b []byte) (*Transcript, error) {
	p := NewParser(b)
	for p.Next() {
	}
	return p.Result()
}

// Parser does the work of [Parse] in small steps, so that a page can respond to its
// reader between two steps.
type Parser struct {
	scanner scanner
	members members
	turns   elements // the loop over the array of turns
	begun   int      // byte of the source at which that array begins
	result  Transcript
}

// NewParser returns a parser of the JSON of one transcript. The caller must not change
// b before [Parser.Next] has returned false.
func NewParser(b []byte) *Parser {
	// The scanner reads b itself, because a copy of a long transcript would double the
	// memory that a page takes. Strings of the result are copies, see scanner.keep.
	p := &Parser{scanner: scanner{src: unsafe.String(unsafe.SliceData(b), len(b)), terms: make([]string, 8)}}
	p.members = p.scanner.object()
	return p
}

// turnsAtOnce is the number of turns that are read in one step. A step of this size is
// too short for readers to notice.
const turnsAtOnce = 500

// Next reads the next part of the source, and reports whether there is more to read.
func (p *Parser) Next() bool {
	for range turnsAtOnce {
		if !p.turns.next() {
			return p.nextMember()
		}
		p.grow()
		p.result.Turns = append(p.result.Turns, p.scanner.turn())
	}
	return true
}

// grow makes room in the result for all turns of the source. It estimates their number
// from the length of the turns read so far. If append doubled the slice several times
// instead, that would take twice the memory.
func (p *Parser) grow() {
	n := len(p.result.Turns)
	if n < cap(p.result.Turns) {
		return
	}
	more := 8
	if read := p.scanner.pos - p.begun; n > 0 {
		more += int(int64(n) * int64(len(p.scanner.src)-p.scanner.pos) / int64(read))
	}
	p.result.Turns = append(make([]Turn, 0, n+min(more, 16*n+8)), p.result.Turns...)
}

// Offset returns how many bytes of the source have been read.
func (p *Parser) Offset() int { return p.scanner.pos }

// nextMember reads the next member of the transcript. If this is the member "turns", it
// reads only the opening bracket of the array. It returns false at the end of the
// transcript.
func (p *Parser) nextMember() bool {
	s := &p.scanner
	if !p.members.next() {
		s.end()
		return false
	}
	if p.members.name != "turns" {
		s.member(p.members.name, &p.result)
		return true
	}
	p.result.Turns = nil
	if !s.null() {
		p.result.Turns = []Turn{}
		p.turns, p.begun = s.array(), s.pos
	}
	return true
}

// Result returns the transcript, or the first fault as a [*SyntaxError]. The caller
// must call [Parser.Next] first, until it returns false.
func (p *Parser) Result() (*Transcript, error) {
	if p.scanner.err != nil {
		return nil, p.scanner.err
	}
	return &p.result, nil
}

// member reads the value of the named member into t. It does not read turns:
// [Parser.Next] reads them.
func (s *scanner) member(name string, t *Transcript) {
	// Unknown members are skipped, so that transcripts of a later schema can be read.
	switch name {
	case "schema":
		t.Schema = s.text()
	case "id":
		t.ID = s.text()
	case "version":
		t.Version = s.int()
	case "title":
		t.Title = s.text()
	case "summary":
		t.Summary = s.text()
	case "lang":
		t.Lang = s.text()
	case "publisher":
		t.Publisher = optional(s, s.publisher)
	case "sourceUrl":
		t.SourceURL = s.text()
	case "datePublished":
		t.DatePublished = s.text()
	case "recordedAt":
		t.RecordedAt = s.text()
	case "dateModified":
		t.DateModified = s.text()
	case "timing":
		t.Timing = Timing(s.text())
	case "editing":
		t.Editing = Editing(s.text())
	case "translatedFrom":
		t.TranslatedFrom = s.text()
	case "note":
		t.Note = s.text()
	case "speakers":
		t.Speakers = list(s, s.speaker)
	case "topics":
		t.Topics = list(s, s.topic)
	case "media":
		t.Media = optional(s, s.media)
	case "corrections":
		t.Corrections = list(s, s.correction)
	default:
		s.skip()
	}
}

func (s *scanner) publisher() (p Publisher) {
	for m := s.object(); m.next(); {
		switch m.name {
		case "name":
			p.Name = s.text()
		case "url":
			p.URL = s.text()
		default:
			s.skip()
		}
	}
	return p
}

func (s *scanner) speaker() (v Speaker) {
	for m := s.object(); m.next(); {
		switch m.name {
		case "id":
			v.ID = s.text()
		case "name":
			v.Name = s.text()
		case "role":
			v.Role = s.text()
		case "kind":
			v.Kind = SpeakerKind(s.text())
		case "aliases":
			v.Aliases = list(s, s.text)
		case "sameAs":
			v.SameAs = list(s, s.text)
		default:
			s.skip()
		}
	}
	return v
}

func (s *scanner) topic() (v Topic) {
	for m := s.object(); m.next(); {
		switch m.name {
		case "id":
			v.ID = s.text()
		case "label":
			v.Label = s.text()
		default:
			s.skip()
		}
	}
	return v
}

func (s *scanner) media() (v Media) {
	for m := s.object(); m.next(); {
		switch m.name {
		case "url":
			v.URL = s.text()
		case "type":
			v.Type = s.text()
		case "duration":
			v.Duration = Millis(s.integer())
		default:
			s.skip()
		}
	}
	return v
}

func (s *scanner) turn() (v Turn) {
	// The method term reads values that many turns share, such as a speaker's id, and
	// stores each only once.
	for m := s.object(); m.next(); {
		switch m.name {
		case "id":
			v.ID = s.text()
		case "n":
			v.N = s.int()
		case "speaker":
			v.Speaker = s.term()
		case "kind":
			v.Kind = TurnKind(s.term())
		case "replyTo":
			v.ReplyTo = s.text()
		case "topics":
			v.Topics = list(s, s.term)
		case "text":
			v.Text = s.text()
		case "lang":
			v.Lang = s.term()
		case "start":
			v.Start = s.offset()
		case "end":
			v.End = s.offset()
		case "date":
			v.Date = s.text()
		case "status":
			v.Status = s.term()
		default:
			s.skip()
		}
	}
	return v
}

func (s *scanner) correction() (v Correction) {
	for m := s.object(); m.next(); {
		switch m.name {
		case "date":
			v.Date = s.text()
		case "turn":
			v.Turn = s.text()
		case "note":
			v.Note = s.text()
		case "before":
			v.Before = s.text()
		case "after":
			v.After = s.text()
		default:
			s.skip()
		}
	}
	return v
}

func (s *scanner) offset() Offset {
	if s.null() {
		return Offset{}
	}
	return At(s.integer())
}

// optional reads a value and returns a pointer to it. For null it returns nil.
func optional[V any](s *scanner, value func() V) *V {
	if s.null() {
		return nil
	}
	v := value()
	return &v
}

// list reads an array. It returns nil for null, and an empty slice for an empty array.
func list[V any](s *scanner, value func() V) []V {
	if s.null() {
		return nil
	}
	vs := []V{}
	for e := s.array(); e.next(); {
		vs = append(vs, value())
	}
	return vs
}
