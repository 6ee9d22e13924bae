package main

import (
	"quoteline/shared/ingest"
	"quoteline/shared/propose"
)

// read returns a result of package ingest, which imports transcripts. In this result,
// the whole argument s is text before the first turn. Package propose looks for titles
// and dates in the text before the first turn.
func read(s string) *ingest.Result {
	return &ingest.Result{Transcript: said(s), Report: &ingest.Report{
		Format: ingest.Format{Name: "text"},
		Spans:  []ingest.Span{{Kind: ingest.SpanText, Start: int32(len(s)), End: int32(len(s))}},
	}}
}

func ofPropose() []probe {
	return []probe{
		{name: "propose.All", text: func(s string) func() {
			r := read(s)
			return func() { propose.All(s, s, r) }
		}},
		{name: "propose.Date", text: func(s string) func() { return func() { propose.Date(s) } }},
		{name: "propose.Language", talk: func(s *scene) func() { return func() { propose.Language(s.Transcript) } }},
	}
}
