package linguistic

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Refused returns a format for known kinds of files that are not read: files of speech
// research, such as RTTM, and captions that consist of codes, such as SCC. Its function
// Detect accepts such files. Its function Read always returns an error, which names the
// kind of file.
func Refused() draft.Format {
	return draft.Format{
		Name:   "refused",
		Detect: func(src *source.Source) bool { reason, _ := refusal(src); return reason != "" },
		Read: func(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
			reason, advice := refusal(src)
			return nil, "", src.ErrorAt(src.Start, reason, advice)
		},
	}
}

// refusal returns the reason why a file is not read, and advice for the editor. Both are
// "" if the file is not of a refused kind.
func refusal(src *source.Source) (reason, advice string) {
	text := src.Text[src.Start:]
	switch {
	case strings.HasPrefix(text, "Scenarist_SCC"):
		return "these are SCC captions (Scenarist), which are codes for a decoder and not text", "convert them to WebVTT, for example with ffmpeg -i FILE.scc FILE.vtt"
	case strings.HasPrefix(text, `File type = "ooTextFile`), strings.HasPrefix(text, `"ooTextFile`):
		return "this is a file of Praat that is no TextGrid", "in Praat, save the TextGrid as a text file, or the table as a tab-separated file"
	case most(src, isRTTM, 1):
		return "this is RTTM, which says who speaks when and has no words", "give the transcript that belongs to it, with the speakers in it"
	case most(src, isCTM, 2):
		return "this is CTM, which has one word a line and does not say who speaks", "export the transcript as STM, WebVTT or JSON with speakers"
	}
	return "", ""
}

// isRTTM reports whether a line has the form of NIST's format RTTM: a type, a file, a
// channel, a start, a length, and four more fields.
func isRTTM(line string) bool {
	f := strings.Fields(line)
	if len(f) < 9 || !(isSeconds(f[3]) || f[3] == "<NA>") || !(isSeconds(f[4]) || f[4] == "<NA>") {
		return false
	}
	switch f[0] {
	case "SPEAKER", "SPKR-INFO", "NON-LEX", "NON-SPEECH", "NOSCORE", "SEGMENT", "NO_RT_METADATA", "LEXEME", "FILLER", "SU", "EDIT", "IP", "CB":
		return true
	}
	return false
}

// isCTM reports whether a line has the form of NIST's format CTM: a file, a channel, a
// start, a length, a word, and perhaps a number that says how certain the word is.
func isCTM(line string) bool {
	f := strings.Fields(line)
	return (len(f) == 5 || len(f) == 6 && isSeconds(f[5])) && len(f[1]) <= 2 && isSeconds(f[2]) && isSeconds(f[3]) && strings.Contains(f[2]+f[3], ".") && !isSeconds(f[4])
}
