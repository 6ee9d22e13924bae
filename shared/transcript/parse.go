package transcript

import "unsafe"

// Parse reads the JSON of one transcript. It accepts what encoding/json
// accepts and gives the same values, with these differences:
//
//   - Names of members are compared exactly; encoding/json ignores case.
//   - Of several members with the same name the last one counts alone, null
//     included; encoding/json merges them.
//   - Arrays and objects may be nested 64 deep, not 10,000.
//
// Unknown members are checked and skipped, so that a reader of today can read
// the JSON of tomorrow. What the values mean is not looked at: see
// [Transcript.Validate].
//
// The error is a [*SyntaxError]. The result does not hold on to b.
func Parse(b []byte) (*Transcript, error) {
	// A copy of a long transcript would double the memory that a page takes. Strings
	// of the result are copies, see scanner.keep.
	s := scanner{src: unsafe.String(unsafe.SliceData(b), len(b))}
	t := s.transcript()
	s.end()
	if s.err != nil {
		return nil, s.err
	}
	return &t, nil
}

func (s *scanner) transcript() (t Transcript) {
	for m := s.object(); m.next(); {
		switch m.name {
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
		case "turns":
			t.Turns = list(s, s.turn)
		case "corrections":
			t.Corrections = list(s, s.correction)
		default:
			s.skip()
		}
	}
	return t
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
	for m := s.object(); m.next(); {
		switch m.name {
		case "id":
			v.ID = s.text()
		case "n":
			v.N = s.int()
		case "speaker":
			v.Speaker = s.text()
		case "kind":
			v.Kind = TurnKind(s.text())
		case "replyTo":
			v.ReplyTo = s.text()
		case "topics":
			v.Topics = list(s, s.text)
		case "text":
			v.Text = s.text()
		case "lang":
			v.Lang = s.text()
		case "start":
			v.Start = s.offset()
		case "end":
			v.End = s.offset()
		case "date":
			v.Date = s.text()
		case "status":
			v.Status = s.text()
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

// optional reads a value that a pointer holds; null is nil.
func optional[V any](s *scanner, value func() V) *V {
	if s.null() {
		return nil
	}
	v := value()
	return &v
}

// list reads an array; null is nil, an empty array is not.
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
