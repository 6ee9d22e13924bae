package ingest

import (
	"quoteline/shared/ingest/internal/document"
	"quoteline/shared/ingest/internal/source"
)

// Decoded is a source as text.
type Decoded struct {
	Text     string   // in UTF-8; the byte offsets in a [Report] refer to it
	Encoding string   // the encoding of the source, with the evidence
	Remarks  []Remark // on what the text does not have, such as deleted words of a document
}

// Decode returns the text of a source. The argument encoding names the encoding of
// src, such as "windows-1251"; if it is empty, the encoding is found out. A document of
// a word processor (DOCX, ODT) becomes the text that it shows. The error is an
// [*Error] if src is not text and no such document, if its encoding is unknown, or if
// there is no encoding with that name.
func Decode(src []byte, encoding string) (*Decoded, error) { return decode(src, encoding, nil) }

// decode is Decode with a budget, which limits the work. The error is a [*LimitError]
// if a limit is exceeded.
func decode(src []byte, encoding string, budget *Budget) (*Decoded, error) {
	if document.Is(src) {
		d, err := document.Read(src, budget)
		if err != nil {
			return nil, err
		}
		return &Decoded{d.Text, "the text of the " + d.Kind + " document", d.Remarks}, nil
	}
	text, name, err := source.Text(src)
	if err != nil {
		return nil, err
	}
	return &Decoded{Text: text, Encoding: name}, nil
}
