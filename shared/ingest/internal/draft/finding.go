package draft

import (
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Finding is a value that the source gives for a field of the metadata. A title is not in
// the transcript unless the caller takes it, because it may be the title of a page or of a
// part.
type Finding struct {
	source.Position
	Field  string `json:"field"`  // "title" or "lang", the JSON name of the field in [transcript.Transcript]
	Value  string `json:"value"`  // a title, or a BCP 47 language tag
	Reason string `json:"reason"` // the evidence, as in "is the first heading", without its subject
}

// The fields of findings.
const (
	FieldTitle = "title"
	FieldLang  = "lang"
)

// FindTitle records the title of the document, which is at the range r of the source. It
// does nothing if the title is blank, or if one was found already.
func (d *Draft) FindTitle(title string, r transcript.Range, reason string) {
	d.AddFinding(Finding{d.Src.Position(r.Start), FieldTitle, label.CleanName(title), reason})
}

// FindLang records the language of the document, which is at the range r of the source. It
// does nothing if the language is no language tag, or if one was found already.
func (d *Draft) FindLang(lang string, r transcript.Range, reason string) {
	if IsLanguage(lang) {
		d.AddFinding(Finding{d.Src.Position(r.Start), FieldLang, lang, reason})
	}
}

// AddFinding records a finding, unless it has no value or the field has one already.
func (d *Draft) AddFinding(f Finding) {
	if f.Value != "" && !d.Has(f.Field) {
		d.Findings = append(d.Findings, f)
	}
}

// Has reports whether a value was found for a field of the metadata.
func (d *Draft) Has(field string) bool {
	for _, f := range d.Findings {
		if f.Field == field {
			return true
		}
	}
	return false
}
