//go:build !smallimport

package ingest

import "quoteline/shared/ingest/internal/document"

// readDocument returns the text of a document of a word processor. The results are nil
// if src is no ZIP archive, as such documents are. The Worker leaves this out, with the
// build tag smallimport, because its upload has a limit.
func readDocument(src []byte, budget *Budget) (*Decoded, error) {
	if !document.Is(src) {
		return nil, nil
	}
	d, err := document.Read(src, budget)
	if err != nil {
		return nil, err
	}
	return &Decoded{d.Text, "the text of the " + d.Kind + " document", d.Remarks}, nil
}
