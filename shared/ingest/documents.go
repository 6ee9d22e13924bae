//go:build !smallimport

package ingest

import "quoteline/shared/ingest/internal/document"

// readDocument returns the text of a word processor's document. Such a document is a ZIP
// archive. If src is not a ZIP archive, both results are nil. A build with the tag
// smallimport does not contain this function. The program for Cloudflare Workers is built
// with this tag, because the size of its upload is limited.
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
