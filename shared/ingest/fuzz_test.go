package ingest

import (
	"errors"
	"hash/crc32"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"quoteline/shared/ingest/internal/source"
)

// FuzzText reads any bytes twice as plain text. The first time, every decision (a
// choice that an editor can reverse) has its default. The second time, every decision
// is reversed.
func FuzzText(f *testing.F) {
	f.Add([]byte("\ufeffHost: a\r\n\rA\u0301: \u2028\f>>\u00a0> B\n\xff"))
	fuzzFormats(f, "text")
}

func FuzzDialogue(f *testing.F) {
	fuzzFormats(f, "dialogue", "text", "bracketed-times", "spacelog", "congressional-record")
}

func FuzzCaptions(f *testing.F) { fuzzFormats(f, "webvtt", "srt", "ass", "lrc", "sami", "ccextractor") }

func FuzzTable(f *testing.F) { fuzzFormats(f, "csv", "table") }

func FuzzHTML(f *testing.F) {
	fuzzFormats(f, "podcasting20-html", "hyperaudio-html", "html-text", "html-dialogue")
}

func FuzzXML(f *testing.F) {
	fuzzFormats(f, "ttml", "timedtext", "tei", "akoma-ntoso", "compte-rendu", "hansard", "elan", "transcriber")
}

func FuzzLinguistic(f *testing.F) { fuzzFormats(f, "textgrid", "chat", "stm") }

func FuzzJSON(f *testing.F) {
	fuzzFormats(f, "podcasting20-json", "podlove-json", "whisper-json", "deepgram-json", "assemblyai-json", "aws-transcribe-json",
		"rev-json", "oyez-json", "otranscribe", "quoteline-json", "elevenlabs-json", "soniox-json", "speechmatics-json", "azure-json",
		"google-json", "watson-json", "gladia-json", "otter-json", "youtube-json3", "vosk-json", "labelled-json")
}

// fuzzFormats is the fuzz target for the given formats. The seeds are the inputs of
// the golden files (testdata/*.txtar) that are in one of these formats.
func fuzzFormats(f *testing.F, formats ...string) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no cases in testdata: %v", err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, format := range formats {
			if strings.Contains(section(a, "want"), "\nformat "+format+": ") {
				f.Add([]byte(section(a, "input")))
			}
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if source.RefuseBinary(string(src)) == nil {
			text, _, err := Text(src) // spans count bytes of the text as UTF-8
			if err != nil {
				return
			}
			if again, _, _ := Text([]byte(text)); again != text {
				return // the text has zero bytes and would be decoded as UTF-16 now
			}
			src = []byte(text)
		}
		r, err := Ingest(src, Options{})
		if err != nil {
			checkRefusal(t, src, err)
			return
		}
		checkResult(t, string(src), Options{}, r)
		o := allReversed(r.Report)
		r, err = Ingest(src, o)
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, string(src), o, r)
		if crc32.ChecksumIEEE(src)%200 == 0 {
			checkLinear(t, string(src))
		}
	})
}

// checkLinear repeats the source many times, and checks that the time for reading
// grows linearly with the size.
func checkLinear(t *testing.T, src string) {
	const size = 8 << 10
	if src != "" && len(src) < size {
		linear(t, func(factor int) string { return strings.Repeat(src, factor*size/len(src)) })
	}
}

// checkRefusal checks that err is an [*Error], the error for a source that cannot be
// read. It must have a position and a reason.
func checkRefusal(t *testing.T, src []byte, err error) {
	var e *Error
	if !errors.As(err, &e) || e.Offset > len(src) || e.Line < 1 || e.Column < 1 || e.Reason == "" {
		t.Fatalf("error %+v", err)
	}
	if !utf8.Valid(src[:e.Offset]) && e.Offset > 0 {
		t.Fatalf("%v, but a byte before it is not UTF-8", err)
	}
}

// allReversed returns options that reverse every decision in the report r.
func allReversed(r *Report) Options {
	var o Options
	for _, d := range r.Decisions {
		if d.Applied {
			o.Undo = append(o.Undo, d.ID)
		} else {
			o.Apply = append(o.Apply, d.ID)
		}
	}
	return o
}
