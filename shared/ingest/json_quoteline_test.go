package ingest

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// TestQuotelineJSONRoundTrip reads sources in other formats, writes the transcripts
// as Quoteline's JSON, and reads that JSON. The transcripts must be equal.
func TestQuotelineJSONRoundTrip(t *testing.T) {
	for _, src := range []string{
		"Host: One “two”?\nAda Long: Three.\nFour.\nHost: <b> & co?\n",
		"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>One\n\n00:02.000 --> 00:03.000\n[Music]\n\n00:03.000 --> 00:04.000\n<v B>Two\n",
	} {
		first, err := Ingest([]byte(src), Options{Meta: Meta{ID: "x", Title: "X", Lang: "en", Editing: "verbatim", Note: "n"}})
		if err != nil {
			t.Fatal(err)
		}
		written, err := json.Marshal(first.Transcript)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Ingest(written, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, string(written), Options{}, again)
		if !reflect.DeepEqual(again.Transcript, first.Transcript) || again.Report.Format.Name != "quoteline-json" || len(again.Report.Missing) > 0 {
			t.Errorf("got %+v, want %+v", again.Transcript, first.Transcript)
		}
	}
}

// TestQuotelineJSONFaultIsLocated reads a transcript that is not valid: a turn has an
// unknown speaker. The error must have the position of this fault.
func TestQuotelineJSONFaultIsLocated(t *testing.T) {
	own := transcript.Transcript{
		ID: "x", Title: "X", Lang: "en", Timing: "none", Editing: "verbatim",
		Speakers: []transcript.Speaker{{ID: "a", Name: "A", Kind: "guest"}},
		Turns:    []transcript.Turn{{ID: "b", Speaker: "ghost", Kind: "statement", Text: "One."}},
	}
	own.Complete()
	src, err := json.MarshalIndent(own, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Ingest(src, Options{})
	var e *Error
	if !errors.As(err, &e) || !strings.HasPrefix(string(src[e.Offset:]), `"ghost"`) || !strings.Contains(e.Reason, "/turns/0/speaker") {
		t.Errorf("error %+v", err)
	}
}
