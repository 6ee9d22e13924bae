package ingest

import (
	"encoding/json"
	"html"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// checkResult checks the properties that every result of Ingest must have.
func checkResult(t *testing.T, src string, o Options, r *Result) {
	t.Helper()
	checkCovered(t, src, r)
	checkWords(t, src, r)
	checkLabels(t, src, r)
	checkExchange(t, r.Transcript)
	checkValid(t, *r.Transcript, r.Report)
	if again, err := Ingest([]byte(src), o); err != nil || !reflect.DeepEqual(r, again) {
		t.Errorf("a second run gives another result (error %v)", err)
	}
}

// checkValid checks that a transcript with turns is valid. Two kinds of faults are
// allowed: missing metadata, and faults that the report asks an editor to correct.
func checkValid(t *testing.T, tr transcript.Transcript, r *Report) {
	t.Helper()
	has := map[RemarkKind]bool{}
	for _, m := range r.Remarks {
		has[m.Kind] = true
	}
	tr.ID, tr.Title, tr.Lang, tr.Editing = "x", "X", "en", transcript.EditingVerbatim
	for _, f := range tr.Validate() {
		switch {
		case len(tr.Turns) == 0:
		case strings.HasSuffix(f.Pointer, "/speaker") && (has[RemarkNoLabels] || has[RemarkUnnamed]):
		case strings.HasSuffix(f.Pointer, "/start") && (has[RemarkBackwards] || has[RemarkUntimed]):
		default:
			t.Error(f)
		}
	}
	if err := tr.CheckNormal(norm.NFC.IsNormalString).Err(); err != nil {
		t.Error(err)
	}
}

// checkCovered checks that every character except white space is in exactly one span
// (a range of the source that the report lists). It also checks the line and column
// of each span.
func checkCovered(t *testing.T, src string, r *Result) {
	t.Helper()
	at, line, column := 0, 1, 1
	walk := func(to int, blank bool) {
		for i, c := range src[at:to] {
			if blank && !unicode.IsSpace(c) {
				t.Fatalf("%q at byte %d (%d:%d) is in no span", c, at+i, line, column)
			}
			switch next := at + i + 1; {
			case c == '\n' || c == '\r' && (next == len(src) || src[next] != '\n'):
				line, column = line+1, 1
			case c != '\ufeff' || at+i > 0:
				column++
			}
		}
		at = to
	}
	for _, s := range r.Report.Spans {
		r := s.Range()
		if r.Start < at || r.End <= r.Start || r.End > len(src) {
			t.Fatalf("span %+v after byte %d of %d", s, at, len(src))
		}
		walk(r.Start, true)
		if p := s.Position(); p.Line != line || p.Column != column {
			t.Fatalf("span %+v is at %d:%d", s, line, column)
		}
		walk(r.End, false)
	}
	walk(len(src), true)
}

// checkWords checks that no words of the source are changed in the text of a turn or
// in the introduction. For each turn, the report lists the ranges of the source from
// which its text comes. The contents of these ranges, with escapes such as &amp;
// resolved, must be equal to the text. White space is not compared.
func checkWords(t *testing.T, src string, r *Result) {
	t.Helper()
	want := make([]strings.Builder, len(r.Transcript.Turns)+1)
	for _, s := range r.Report.Spans {
		if s.Kind == SpanText || s.Kind == SpanIntroduction || s.Kind == SpanNote {
			if (s.Turn == 0) != (s.Kind == SpanIntroduction) {
				t.Fatalf("%s in turn %d at %d:%d", s.Kind, s.Turn, s.Line, s.Column)
			}
			quoted := s.Start > 0 && src[s.Start-1] == '"' || strings.HasSuffix(src[:s.Start], "<![CDATA[")
			want[s.Turn].WriteString(resolveEscapes(r.Report.Format, src[s.Start:s.End], quoted))
		}
	}
	got := ""
	if p := r.Report.Introduction; p != nil {
		got = p.Text
	}
	if want := withoutSpace(want[0].String()); withoutSpace(got) != want {
		t.Errorf("introduction %q, spans %q", got, want)
	}
	said, twice := map[string]bool{}, map[int]string{}
	for i, u := range r.Transcript.Turns {
		if u.Text == "" || u.Text != strings.TrimSpace(u.Text) || !norm.NFC.IsNormalString(u.Text) {
			t.Errorf("turn %d is empty, has white space around it or is not in NFC: %q", i+1, u.Text)
		}
		want := withoutSpace(want[i+1].String())
		if r.Report.Format.Name == "lrc" && want == "" { // a line with two times is said twice, but is in the source once
			twice[i] = withoutSpace(u.Text)
			continue
		}
		said[want] = true
		if withoutSpace(u.Text) != want {
			t.Errorf("turn %d %q, spans %q", i+1, u.Text, want)
		}
	}
	for i, text := range twice {
		if !said[text] {
			t.Errorf("turn %d %q is at no place of the source", i+1, text)
		}
	}
}

// resolveEscapes replaces the escapes in s, such as &amp;, by the characters that
// they mean. The format f determines which escapes there are. In CSV, two quotation
// marks mean one, but only in a field that begins with a quotation mark. The argument
// quoted is true if such a mark is directly before s.
func resolveEscapes(f Format, s string, quoted bool) string {
	var text string
	format := f.Name
	if strings.HasSuffix(format, "json") || format == "youtube-json3" || format == "otranscribe" {
		if json.Unmarshal([]byte(`"`+s+`"`), &text) == nil {
			s = text
		}
	}
	if strings.Contains(f.Why, "captions with JSON") && quoted && json.Unmarshal([]byte(`"`+s+`"`), &text) == nil {
		return text
	}
	if format == "csv" && quoted {
		s = strings.ReplaceAll(s, `""`, `"`)
	}
	if format == "table" {
		s = strings.ReplaceAll(s, `\|`, "|")
	}
	if format == "csv" || format == "table" {
		s = regexp.MustCompile("(?i)<br ?/?>").ReplaceAllString(s, "\n")
		s = regexp.MustCompile("</?(?:b|i|u|em|strong)>").ReplaceAllString(s, "")
		s = regexp.MustCompile("&[#0-9A-Za-z]{1,32};").ReplaceAllStringFunc(s, html.UnescapeString)
	}
	if format == "dialogue" && (strings.Contains(f.Why, "bold labels") || strings.Contains(f.Why, "headings")) {
		s = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]|&[#0-9A-Za-z]{1,32};").ReplaceAllStringFunc(s, func(escape string) string {
			return html.UnescapeString(strings.TrimPrefix(escape, `\`)) // "\&" has no semicolon, so it stays "&"
		})
	}
	if strings.HasSuffix(format, "html") || strings.HasPrefix(format, "html") || format == "webvtt" || format == "srt" || format == "ass" || format == "lrc" || format == "sami" || format == "ccextractor" ||
		strings.HasPrefix(f.Why, "HTML") || format == "otranscribe" || isXML(format) && !quoted {
		s = html.UnescapeString(s)
	}
	if strings.HasPrefix(format, "html-") {
		s = regexp.MustCompile(`(?i)<q(?:[\s/][^>]*)?>`).ReplaceAllString(s, "“")
		s = regexp.MustCompile(`(?i)</q(?:[\s/][^>]*)?>`).ReplaceAllString(s, "”")
	}
	if format == "textgrid" {
		s = strings.ReplaceAll(s, `""`, `"`)
	}
	if format == "timedtext" { // some tools escape twice
		s = html.UnescapeString(s)
	}
	return s
}

// isXML reports whether a format is one of XML documents.
func isXML(format string) bool {
	switch format {
	case "ttml", "timedtext", "tei", "akoma-ntoso", "compte-rendu", "hansard", "elan", "transcriber":
		return true
	}
	return false
}

// withoutSpace removes white space, control characters and marks of the writing
// direction, and then normalises to Unicode form NFC. Removing them first makes a
// difference if a line break is between a letter and its accent: only then does NFC make
// one character of the two.
func withoutSpace(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || source.IsDirectionMark(r) {
			return -1
		}
		return r
	}, s))
}

// checkLabels checks that every label (a speaker's name in the source) belongs to the
// speaker of its turn. The report also lists the ranges of separators, such as ">>",
// and of byte order marks. These ranges must not contain other characters.
func checkLabels(t *testing.T, src string, r *Result) {
	t.Helper()
	labels := map[string]map[string]bool{}
	for _, s := range r.Report.Speakers {
		labels[s.ID] = map[string]bool{}
		for _, l := range s.Labels {
			labels[s.ID][l.Label] = true
		}
	}
	for _, s := range r.Report.Spans {
		switch text := src[s.Start:s.End]; s.Kind {
		case SpanLabel:
			name := label.MarkdownName(strings.TrimSuffix(strings.TrimSuffix(text, ":"), "："))
			if r.Report.Format.Name != "text" && r.Report.Format.Name != "dialogue" {
				continue
			}
			if unknown := label.IsUnknown(strings.Trim(name, "()[]")); unknown && s.Turn > 0 && r.Transcript.Turns[s.Turn-1].Speaker == "" {
				continue // a label such as "(UNKNOWN):" opens a turn without a speaker
			}
			if s.Turn > 0 && !labels[r.Transcript.Turns[s.Turn-1].Speaker][name] {
				t.Errorf("label %q opens turn %d of %s", name, s.Turn, r.Transcript.Turns[s.Turn-1].Speaker)
			}
		case SpanSeparator:
			if strings.Trim(withoutSpace(html.UnescapeString(resolveEscapes(r.Report.Format, text, false))), ">:：*_'-–—|.•") != "" {
				t.Errorf("separator %q", text)
			}
		case SpanEncoding:
			if text != source.ByteOrderMark || s.Start != 0 {
				t.Errorf("encoding span %q at %d", text, s.Start)
			}
		}
	}
}

// checkExchange checks the speakers, ids, numbers and times of the turns, and the
// question that each answer replies to.
func checkExchange(t *testing.T, tr *transcript.Transcript) {
	t.Helper()
	speakers, turns := map[string]bool{}, map[string]int{"": -1}
	for _, s := range tr.Speakers {
		if speakers[s.ID] || s.ID == "" {
			t.Errorf("speaker id %q is empty or given twice", s.ID)
		}
		speakers[s.ID] = true
	}
	for i, u := range tr.Turns {
		if _, twice := turns[u.ID]; twice || u.N != i+1 || u.Speaker != "" && !speakers[u.Speaker] {
			t.Fatalf("turn %d: %.300v", i+1, u)
		}
		if tr.Timing == transcript.TimingNone && !(u.Start.IsZero() && u.End.IsZero()) || u.Start.IsZero() && !u.End.IsZero() {
			t.Errorf("turn %d has unexpected times: %+v", i+1, u)
		}
		turns[u.ID] = i
		q, ok := turns[u.ReplyTo]
		if !ok || (q >= 0) != (u.Kind == transcript.Answer) || q >= 0 && tr.Turns[q].Kind != transcript.Question {
			t.Errorf("turn %d is %s to %q", i+1, u.Kind, u.ReplyTo)
		}
	}
}
