package xmlform

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// AkomaNtoso returns the format of debates in Akoma Ntoso 1.0 to 3.0 (OASIS
// LegalDocML).
func AkomaNtoso() draft.Format {
	return format("akoma-ntoso", []string{"akomaNtoso", "debateRecord", "debate"}, readAkomaNtoso)
}

// akomaNtoso reads the speeches of a debate.
type akomaNtoso struct {
	*speech
	persons map[string]string // names, by eId or, in older documents, by id
}

func readAkomaNtoso(src *source.Source, root *element) (*draft.Draft, string) {
	a := &akomaNtoso{
		speech: newSpeech(src, []string{"from", "remark", "authorialNote", "noteRef", "recordedTime", "heading", "num", "subheading", "del"},
			[]string{"p", "block", "blockContainer", "li", "item"}),
		persons: map[string]string{},
	}
	root.each(func(e *element) {
		for _, id := range []string{e.attr("eId"), e.attr("id")} {
			if id != "" {
				a.persons[id] = e.attr("showAs")
			}
		}
	}, "TLCPerson", "TLCOrganization", "TLCRole")
	a.language(root)
	if title := root.find("docTitle"); title != nil {
		a.title(title)
	}
	a.walk(root)
	return a.Draft, "Akoma Ntoso with speeches" + a.count()
}

// walk reads the elements inside e in order, such as speeches, notes and headings.
func (a *akomaNtoso) walk(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "speech", "question", "answer", "other":
			a.speechOf(c)
		case "narrative", "scene", "summary", "ruling", "remark", "resolutions", "adjournment":
			if len(a.Cues) > 1 && c.name != "summary" {
				a.note(c)
			} else {
				a.leaveOut(c, draft.RemarkNote, "it is not spoken")
			}
		case "heading", "subheading", "num":
			a.leaveOut(c, draft.RemarkHeading, "it is a heading")
		case "p", "block":
			a.leaveOut(c, draft.RemarkFront, "it is in no speech")
		case "meta", "preface", "coverPage":
		default:
			a.walk(c)
		}
	}
}

// speechOf reads one speech. Its speaker is the person to whom the attribute "by" refers.
// If there is no such person, the speaker's name is in the element <from>. If that is
// missing too, the attribute "as" refers to the speaker's role.
func (a *akomaNtoso) speechOf(e *element) {
	by, as := e.attr("by"), e.attr("as")
	name := a.persons[reference(by)]
	from := e.child("from")
	if name == "" && from != nil {
		name = from.speakerOf(a.Src)
	}
	if name == "" {
		name = a.persons[reference(as)]
	}
	if e.has("startTime") || e.find("recordedTime") != nil {
		a.notUsed(e, "the time of day of speeches, because it is no position in a recording")
	}
	if name == "" && e.name == "other" {
		a.leaveOut(e, draft.RemarkFront, "it is in no speech")
		return
	}
	a.begin(name, e, source.Clock{})
	for _, c := range e.children {
		if c.name == "from" { // the label, which is in no remark
			a.Account(draft.SpanMeta, c.at)
			c.children = nil
		}
	}
	a.add(e, '\n')
}

// CompteRendu returns the format of the records ("compte rendu") of the Assemblée
// nationale, the French parliament.
func CompteRendu() draft.Format {
	return format("compte-rendu", []string{"compteRendu"}, readCompteRendu)
}

func readCompteRendu(src *source.Source, root *element) (*draft.Draft, string) {
	s := newSpeech(src, nil, nil)
	s.Captioned = true
	s.FindLang("fr", root.tag, "begins a record of the Assemblée nationale, which is in French")
	var walk func(e *element)
	walk = func(e *element) {
		for _, c := range e.children {
			switch c.name {
			case "paragraphe":
				s.paragraph(c)
			case "texte", "intitule", "titre":
				s.leaveOut(c, draft.RemarkHeading, "it is a heading")
			case "metadonnees":
			default:
				walk(c)
			}
		}
	}
	walk(root)
	return s.Draft, "compte rendu with <paragraphe>" + s.count()
}

// paragraph reads one paragraph of a "compte rendu". The element <nom> has the speaker's
// name, and <texte> has the words. The attribute stime of <texte> is the time in seconds.
func (s *speech) paragraph(e *element) {
	text := e.child("texte")
	if text == nil {
		return
	}
	name := ""
	if n := e.find("nom"); n != nil {
		name = n.speakerOf(s.Src)
	}
	if words := text.words(s.Src); name == "" && draft.IsDirection(words) {
		if len(s.Cues) > 1 {
			s.note(text)
		} else {
			s.leaveOut(text, draft.RemarkNote, "it is not spoken")
		}
		return
	}
	s.begin(name, e, source.Clock{Start: seconds(text.attr("stime"))})
	s.addDirected(text)
}

// addDirected adds the words of e. It leaves out stage directions in italics, such as
// "(Sourires.)".
func (s *speech) addDirected(e *element) {
	join := byte(' ')
	for _, c := range e.children {
		switch {
		case c.name == "":
			join = s.text(c, join)
		case (c.name == "italique" || c.name == "i") && draft.IsDirection(c.words(s.Src)):
			s.leaveOut(c, draft.RemarkNote, "it is a direction")
			join = spaced(join)
		case isBreak(c.name):
			join = spaced(join)
		default:
			join = s.add(c, join)
		}
	}
}

// Hansard returns the format of parliamentary records from TheyWorkForYou and
// OpenAustralia. Its root element is <publicwhip>.
func Hansard() draft.Format {
	return format("hansard", []string{"publicwhip"}, readHansard)
}

func readHansard(src *source.Source, root *element) (*draft.Draft, string) {
	s := newSpeech(src, nil, []string{"p", "tr", "li"})
	var walk func(e *element)
	walk = func(e *element) {
		for _, c := range e.children {
			switch {
			case c.name == "speech" || c.name == "ques" || c.name == "reply":
				s.hansardSpeech(c)
			case strings.HasSuffix(c.name, "heading"):
				s.leaveOut(c, draft.RemarkHeading, "it is a heading")
			case c.name == "division":
				s.leaveOut(c, draft.RemarkNote, "a vote is not spoken")
			default:
				walk(c)
			}
		}
	}
	walk(root)
	return s.Draft, "publicwhip with <speech>" + s.count()
}

// hansardSpeech reads one speech. If it has no speaker, it may be a note of the record,
// such as "The House divided". It is a note if the attribute nospeaker is "true" or the
// text is a stage direction. A note before the first speech is left out.
func (s *speech) hansardSpeech(e *element) {
	name := e.attr("speakername")
	if e.has("time") {
		s.notUsed(e, "the time of day of speeches, because it is no position in a recording")
	}
	if name == "" && (e.attr("nospeaker") == "true" || draft.IsDirection(e.words(s.Src))) {
		if len(s.Cues) > 1 && e.words(s.Src) != "" {
			s.note(e)
		} else {
			s.leaveOut(e, draft.RemarkNote, "it is not spoken")
		}
		return
	}
	s.begin(name, e, source.Clock{})
	for _, c := range e.children {
		if c.name != "" && draft.IsDirection(c.words(s.Src)) {
			s.leaveOut(c, draft.RemarkNote, "it is a direction")
		} else if c.name != "" {
			s.add(c, '\n')
		} else {
			s.text(c, ' ')
		}
	}
}

// Unknown returns a format for all other XML. Its function Detect accepts every XML
// document. Its function Read always returns an error. If the XML is well-formed, the
// error names the root element.
func Unknown() draft.Format {
	return draft.Format{Name: "xml", Detect: draft.Always, Read: func(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
		root, err := parse(src)
		if err != nil {
			return nil, "", err
		}
		return nil, "", src.ErrorAt(root.at.Start, "this is XML with the root element <"+shortened(root.name)+">, which is not read",
			"export the transcript as WebVTT, as a document or as plain text")
	}}
}
