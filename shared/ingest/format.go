package ingest

// format is a way to write a transcript down.
type format struct {
	name string

	// read makes cues of a source. Its second result is the evidence that
	// the source is in this format, "" when it is not; then nothing was settled.
	read func(src *source, l *ledger) (*draft, string)
}

// formats returns all formats, the most particular first. Plain text is last
// and takes everything.
func formats() []format {
	return []format{
		{"text", readText},
	}
}

// recognise reads src in the first format that fits.
func recognise(src *source, l *ledger) (*draft, Format) {
	for _, f := range formats() {
		if d, why := f.read(src, l); why != "" {
			return d, Format{f.name, why}
		}
	}
	return newDraft(src), Format{}
}
