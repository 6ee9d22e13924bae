package jsonform

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Unknown returns a format that accepts every JSON source. It comes after all other JSON
// formats. Its function Read always returns an error. If the JSON is valid, the error
// says that no known format fits.
func Unknown() draft.Format {
	return draft.Format{
		Name:   "json",
		Detect: draft.Always,
		Read: func(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
			t := treeOf(src)
			if t.err != nil {
				return nil, "", t.err
			}
			return nil, "", src.ErrorAt(int(t.root.start), "JSON, but not in a known transcript format",
				"known formats are Podcasting 2.0, Podlove, Whisper, Deepgram, AssemblyAI, AWS Transcribe, Rev, oTranscribe, Oyez and quoteline, or a list of objects with a speaker and a text")
		},
	}
}
