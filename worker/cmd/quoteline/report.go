package main

import (
	"fmt"
	"strings"

	"quoteline/shared/ingest"
)

// appendReport appends the report on how a file was read, as text for a terminal.
func appendReport(dst []byte, input string, r *ingest.Report) []byte {
	dst = fmt.Appendf(dst, "%s: %s, %s (%s)\n", input, r.Format.Name, r.Encoding, r.Format.Why)
	if p := r.Introduction; p != nil {
		dst = fmt.Appendf(dst, "introduction, not in any turn: %s %s\n", place(p.Position), clip(p.Text))
	}
	dst = appendSpeakers(dst, r.Speakers)
	dst = appendDecisions(dst, r.Decisions)
	dst = appendRemarks(dst, r)
	for _, f := range r.Found {
		if f.Field != "title" { // the others are in the transcript
			continue
		}
		dst = fmt.Appendf(dst, "%s in the source, at %s: %s (to take it: -take %s)\n", f.Field, place(f.Position), clip(f.Value), f.Field)
	}
	if len(r.Missing) > 0 {
		dst = fmt.Appendf(dst, "metadata still needed to publish: %s\n", strings.Join(r.Missing, ", "))
	}
	for _, id := range r.Unused {
		dst = fmt.Appendf(dst, "nothing to decide or to take has the name %q\n", id)
	}
	return dst
}

// appendSpeakers appends a line for each speaker that was found in the file.
func appendSpeakers(dst []byte, speakers []ingest.SpeakerCount) []byte {
	for _, s := range speakers {
		dst = fmt.Appendf(dst, "speaker %s (%s), %d turns: %s\n", s.Name, s.Kind, s.Turns, labels(s.Labels))
	}
	return dst
}

// appendDecisions appends a line for each decision of the report. The line ends with the
// option that reverses the decision. This is "-undo ID" for a change that was made, and
// "-apply ID" for a change that was considered and not made.
func appendDecisions(dst []byte, decisions []ingest.Decision) []byte {
	for _, d := range decisions {
		done, turn := "no", "-apply"
		if d.Applied {
			done, turn = "yes", "-undo"
		}
		if d.Chosen {
			done += ", as you chose"
		}
		dst = fmt.Appendf(dst, "decision to %s %s: %s; %s (to reverse it: %s '%s')\n", d.Kind, labels(d.Labels), done, d.Reason, turn, d.ID)
	}
	return dst
}

// appendRemarks appends the remarks of the report. A remark points to a doubtful place
// in the file. The report has at most 1,000 remarks of each kind. If it omits further
// ones, their number is appended too.
func appendRemarks(dst []byte, r *ingest.Report) []byte {
	for _, m := range r.Remarks {
		dst = fmt.Appendf(dst, "%s %s %s: %s; or: %s\n\t%s\n",
			m.Level, place(m.Position), m.Kind, m.Done, strings.Join(m.Alternatives, ", "), clip(m.Text))
	}
	for _, kind := range ingest.RemarkKinds() {
		if n := r.Omitted[kind]; n > 0 {
			dst = fmt.Appendf(dst, "and %d more of %s\n", n, kind)
		}
	}
	return dst
}

// labels returns the speaker labels (names before the words) with their numbers of
// turns, as in "Q. 12, A. 12".
func labels(list []ingest.LabelCount) string {
	var names []string
	for _, l := range list {
		names = append(names, fmt.Sprintf("%s %d", l.Label, l.Turns))
	}
	return strings.Join(names, ", ")
}

// place returns the line and column of p, as in "12:1".
func place(p ingest.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// clip shortens a text to 100 characters, so that it fits a line of a terminal. It also
// puts the text in quotation marks and escapes control characters, because they could
// change the terminal.
func clip(text string) string {
	const longest = 100
	runes := []rune(text)
	if len(runes) > longest {
		return fmt.Sprintf("%q…", string(runes[:longest]))
	}
	return fmt.Sprintf("%q", text)
}
