package propose_test

import (
	"strings"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/shared/propose"
)

// proposed returns the proposals for a source, each as "field value: reason".
func proposed(t *testing.T, src string) string {
	t.Helper()
	r, err := ingest.Ingest([]byte(src), ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range propose.All(src, r) {
		line := p.Field + " " + p.Value + ": " + p.Reason
		if p.Either {
			line = "either " + line
		}
		if p.Of != "" {
			line = p.Of + " " + line
		}
		if p.Step.Value != p.Value || p.Step.Field != p.Field {
			t.Errorf("the step of %q is %+v", line, p.Step)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestAll(t *testing.T) {
	const talk = "Ada: Who?\nBen: Me.\nAda: When?\nBen: Now.\n"
	for name, tt := range map[string]struct{ src, want string }{
		"a heading": {"## On arches\n\n" + talk, "title On arches: line 1 is the first heading"},
		"the first line": {
			"On arches\n29 November 2023\n\n" + talk,
			"title On arches: it is the first line of the source\n" +
				"either recordedAt 2023-11-29: line 2 says “29 November 2023”\neither datePublished 2023-11-29: line 2 says “29 November 2023”",
		},
		"front matter": {
			"---\ntitle: Tides\nrecorded: 2023-11-29\ndate: 2023-12-01\nspeakers:\n  - Ada Long\nhost: Ben Ott\n---\n" + talk,
			"title Tides: line 2 says so\nrecordedAt 2023-11-29: line 3 says “recorded: 2023-11-29”\n" +
				"either datePublished 2023-12-01: line 4 says “date: 2023-12-01”\n" +
				"Ada name Ada Long: line 6 says “- Ada Long”\n" +
				"Ben name Ben Ott: line 7 says “host: Ben Ott”\nBen kind host: line 7 says “host: Ben Ott”",
		},
		"nothing":              {talk, ""},
		"a month is not known": {"Date: 3/5/2024\n\n" + talk, ""},
		"no such day":          {"Date: 31 April 2024\n\n" + talk, ""},
		"two of one name": {
			"Speakers: Ada Long\n\nAda: Who?\nLong: Me.\nAda: When?\nLong: Now.\n", "",
		},
		"captions": {"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Yes.\n", ""},
		"the header of captions": {
			"WEBVTT - On arches\nLanguage: en\n\n00:01.000 --> 00:02.000\n<v Ada>Yes.\n",
			"title On arches: line 1 has it after WEBVTT",
		},
		"a heading with an escape": {
			"# On \\*arches\\*\n\n**Ada:** Who?\n\n**Ben:** Me.\n",
			"title On *arches*: line 1 is the first heading",
		},
		"the title of a page": {
			"<!doctype html>\n<title>On arches &amp; bridges</title>\n<p>Ada: Who?</p><p>Ben: Me.</p>",
			"title On arches & bridges: line 2 is the title of the page",
		},
	} {
		if got := proposed(t, tt.src); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

func TestDate(t *testing.T) {
	for s, want := range map[string]string{
		"2023-11-29": "2023-11-29", "2023-11-29T10:00:00Z": "2023-11-29", "Wednesday, 29 November 2023": "2023-11-29",
		"Nov. 29, 2023": "2023-11-29", "November 29th, 2023": "2023-11-29", "29. März 2023": "2023-03-29",
		"29 February 2024": "2024-02-29", "29 February 2023": "", "3/5/2024": "", "2023-13-01": "", "May 2024": "",
		"": "", "May 2024 was": "", "29 November 23": "", "0 May 2024": "",
	} {
		if got := propose.Date(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// FuzzAll checks that All does not panic for any source, and that each proposal has a
// reason.
func FuzzAll(f *testing.F) {
	f.Add("Tides\n- Ada\nguests: [\n'Ben'\nAda: Who?")
	f.Add("---\ntitle: '\ndate: 2023-11-29\n---\nAda: Who?\nBen: Me.\nAda: Who?\nBen: Me.\n")
	f.Fuzz(func(t *testing.T, src string) {
		text, _, err := ingest.Text([]byte(src))
		if err != nil {
			return
		}
		r, err := ingest.Ingest([]byte(text), ingest.Options{})
		if err != nil {
			return
		}
		for _, p := range propose.All(text, r) {
			if p.Value == "" || p.Reason == "" || p.Step.Value != p.Value {
				t.Errorf("got %+v", p)
			}
		}
	})
}
