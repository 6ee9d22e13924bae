package main

import (
	"quoteline/shared/export"
	"quoteline/shared/export/cite"
	"quoteline/shared/transcript"
)

// onTranscript returns a probe (a measured call). It passes the transcript of the input
// to a function.
func onTranscript(name string, call func(t *transcript.Transcript)) probe {
	return probe{name: name, talk: func(s *scene) func() { return func() { call(s.Transcript) } }}
}

func ofExport() []probe {
	const base = "https://a.example"
	return []probe{
		onTranscript("export.AppendConversation", func(t *transcript.Transcript) { export.AppendConversation(nil, t, base) }),
		onTranscript("export.AppendMarkdown", func(t *transcript.Transcript) { export.AppendMarkdown(nil, t, base) }),
		onTranscript("export.AppendPodcastHTML", func(t *transcript.Transcript) { export.AppendPodcastHTML(nil, t) }),
		onTranscript("export.AppendPodcastJSON", func(t *transcript.Transcript) { export.AppendPodcastJSON(nil, t) }),
		onTranscript("export.AppendQuotation", func(t *transcript.Transcript) { export.AppendQuotation(nil, t, len(t.Turns)-1, base) }),
		onTranscript("export.AppendSRT", func(t *transcript.Transcript) { export.AppendSRT(nil, timed(t)) }),
		onTranscript("export.AppendText", func(t *transcript.Transcript) { export.AppendText(nil, t, base) }),
		onTranscript("export.AppendVTT", func(t *transcript.Transcript) { export.AppendVTT(nil, timed(t)) }),
	}
}

// timed returns a copy of a transcript in which all turns have a start.
func timed(t *transcript.Transcript) *transcript.Transcript {
	t = copied(t)
	t.Timing = transcript.TimingTurn
	for i := range t.Turns {
		t.Turns[i].Start = transcript.At(int64(1000 * i))
	}
	return t
}

// parts returns a quotation that consists of all turns.
func parts(t *transcript.Transcript) []cite.Part {
	var all []cite.Part
	for i := range t.Turns {
		all = append(all, cite.Part{Turn: i, Words: transcript.Range{End: len(t.Turns[i].Text)}})
	}
	return all
}

func ofCite() []probe {
	// Each format has two probes (measured calls). One formats a quotation of all turns
	// of a transcript. The other formats a quote in which every field is the whole text.
	formats := []struct {
		name   string
		format func(dst []byte, q *cite.Quote) []byte
	}{
		{"cite.AppendAP", cite.AppendAP}, {"cite.AppendBibTeX", cite.AppendBibTeX}, {"cite.AppendCSL", cite.AppendCSL},
		{"cite.AppendHTML", cite.AppendHTML}, {"cite.AppendMarkdown", cite.AppendMarkdown},
		{"cite.AppendPlain", cite.AppendPlain}, {"cite.AppendRIS", cite.AppendRIS},
	}
	all := []probe{{name: "cite.Of", talk: func(s *scene) func() {
		all := parts(s.Transcript)
		return func() { cite.Of(s.Transcript, all, "https://a.example") }
	}}}
	for _, f := range formats {
		all = append(all,
			probe{name: f.name, talk: func(s *scene) func() {
				q := cite.Of(s.Transcript, parts(s.Transcript), "https://a.example")
				return func() { f.format(nil, &q) }
			}},
			probe{name: f.name, text: func(s string) func() {
				q := cite.Quote{Key: s, Asker: s, Question: s, Words: s, Speakers: []string{s}, Role: s, Title: s, Publisher: s, Date: s, Lang: s, URL: s}
				return func() { f.format(nil, &q) }
			}})
	}
	return all
}
