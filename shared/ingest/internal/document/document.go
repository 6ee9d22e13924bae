package document

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Document is the text of a word processor's document.
type Document struct {
	Text    string
	Kind    string         // "DOCX" or "ODT"
	Remarks []draft.Remark // on what was left out; their positions are those of Text
}

// Is reports whether a file is a ZIP archive. DOCX and ODT documents are ZIP archives,
// but other kinds of files are too.
func Is(src []byte) bool { return strings.HasPrefix(string(src[:min(len(src), 4)]), "PK\x03\x04") }

// Read returns the text of a DOCX or ODT document. The error is a [*source.LimitError] if
// a limit of the budget (the limits of the work) is exceeded. It is an [*source.Error] if
// src is another archive, is damaged, is encrypted, or is too large when unpacked.
func Read(src []byte, budget *source.Budget) (*Document, error) {
	a, err := openArchive(src, budget)
	if err != nil {
		return nil, err
	}
	w := &writer{budget: budget}
	kind := "DOCX"
	if a.has("content.xml") {
		kind = "ODT"
		err = readODT(a, w)
	} else {
		err = readDOCX(a, w)
	}
	if err != nil {
		return nil, err
	}
	d := &Document{Kind: kind}
	d.Text, d.Remarks = w.finish()
	if strings.TrimSpace(d.Text) == "" {
		return nil, fault("this "+kind+" document has no text", "check that it is the transcript")
	}
	return d, nil
}

// fault returns an error about the whole document.
func fault(reason, advice string) *source.Error {
	return &source.Error{Line: 1, Column: 1, Reason: reason, Advice: advice}
}

// megabytes returns a size as text, such as "64 MB".
func megabytes(n int64) string { return strconv.FormatInt(n>>20, 10) + " MB" }
