package table

import (
	"encoding/csv"
	"slices"
	"strings"

	"quoteline/shared/ingest/internal/source"
)

// columns has the index of each column that this package uses. The index is -1 if the
// table does not have the column.
type columns struct{ speaker, text, start, end int }

// parseHeader reads the header of a table. The argument comma is the character that
// separates the columns: a comma, a semicolon or a tab. The result is false if no
// column has the words. It is also false if no column has the speakers. Only a table
// of the program Whisper, with the columns start, end and text, needs no speakers.
func parseHeader(line string, comma rune, budget *source.Budget) (columns, bool) {
	if !budget.Values(strings.Count(line, string(comma))) {
		return columns{}, false
	}
	r := csv.NewReader(strings.NewReader(line))
	r.Comma = comma
	fields, err := r.Read()
	if err != nil || len(fields) < 2 {
		return columns{}, false
	}
	return namedColumns(fields)
}

// namedColumns finds the columns by their names. The result is false if the names are
// not those of a transcript.
func namedColumns(fields []string) (columns, bool) {
	names := make([]string, len(fields))
	plain := strings.NewReplacer("_", " ", "-", " ", "\ufeff", "", "*", "")
	for i, f := range fields {
		names[i] = strings.TrimSpace(plain.Replace(strings.ToLower(f)))
	}
	c := columns{
		speaker: findColumn(names, "speaker", "speaker name", "speakername", "speaker label", "speaker id", "voice", "participant",
			"character", "name", "who", "role", "sprecher", "sprecherin", "person", "locuteur", "intervenant", "orador", "hablante", "tier"),
		text: findColumn(names, "text", "transcript", "utterance", "speech", "sentence", "dialogue", "dialog", "content", "words",
			"body", "message", "caption", "quote", "line", "aussage", "inhalt", "texte", "texto", "transcription", "transkript", "word", "token", "original"),
		start: findColumn(names, "start", "start time", "starttime", "start timestamp", "start ms", "start (s)", "start seconds", "begin",
			"timestamp", "timecode", "time", "in", "from", "start sec", "start time (s)", "start time (ms)", "start time ms", "start (ms)", "begin time", "in point", "zeit", "temps", "tiempo", "tmin"),
		end: findColumn(names, "end", "end time", "endtime", "end timestamp", "end ms", "end (ms)", "end sec", "end time (s)", "end time (ms)", "end time ms", "out point", "end (s)", "end seconds", "stop", "stop time", "out", "to", "tmax"),
	}
	// Tables of the program Whisper have the header "start end text".
	whisper := len(names) == 3 && c.start == 0 && c.end == 1
	return c, c.text >= 0 && (c.speaker >= 0 || whisper)
}

// findColumn looks for the wanted names, one after another, among the names of the
// columns. It returns the index of the first column that it finds, or -1 if there is
// none.
func findColumn(names []string, wanted ...string) int {
	for _, w := range wanted {
		if i := slices.Index(names, w); i >= 0 {
			return i
		}
	}
	return -1
}
