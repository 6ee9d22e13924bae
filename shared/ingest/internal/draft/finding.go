package draft

import (
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Finding is a value that the source gives for a field of the metadata. A title that was
// found may be the title of a whole web page, or of one part of the text. So the
// transcript gets it only if the caller asks for it.
type Finding struct {
	source.Position
	Field  string `json:"field"`  // "title" or "lang", the JSON name of the field in [transcript.Transcript]
	Value  string `json:"value"`  // a title, or a BCP 47 language tag
	Reason string `json:"reason"` // the evidence, as in "is the first heading", without its subject
}

// These are the possible values of [Finding.Field].
const (
	FieldTitle = "title"
	FieldLang  = "lang"
)

// FindTitle records the document's title, which was found in the range r of the source.
// If the title is blank, or a title was already found, it does nothing.
func (d *Draft) FindTitle(title string, r transcript.Range, reason string) {
	d.AddFinding(Finding{d.Src.Position(r.Start), FieldTitle, label.CleanName(title), reason})
}

// FindLang records the document's language, which was found in the range r of the source.
// If lang is not a language tag, or a language was already found, it does nothing.
func (d *Draft) FindLang(lang string, r transcript.Range, reason string) {
	if IsLanguage(lang) {
		d.AddFinding(Finding{d.Src.Position(r.Start), FieldLang, lang, reason})
	}
}

// AddFinding records a value for a field of the metadata. If the value is empty, or the
// field already has a value, it does nothing.
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
