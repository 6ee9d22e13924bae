package propose_test

import (
	"strings"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/shared/propose"
)

// proposed returns the proposals for a source in a file with this name, each as "field
// value: reason".
func proposed(t *testing.T, file, src string) string {
	t.Helper()
	r, err := ingest.Ingest([]byte(src), ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range propose.All(src, file, r) {
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
		"the head of Teams": {
			"Bridge-20260304_100200-Meeting Recording\n\n" + talk,
			"title Bridge: it is the first line of the source, without the time of the recording",
		},
		"the head of Otter": {
			"On arches\nMon, Mar 4, 2026 10:02AM • 12:09\n\n" + talk,
			"title On arches: it is the first line of the source\n" +
				"recordedAt 2026-03-04: line 2 says “Mon, Mar 4, 2026 10:02AM • 12:09”",
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
		if got := proposed(t, "", tt.src); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestTheFileNameIsEvidence checks which titles and dates are proposed because of the name
// of the source's file. In the name of a recording by Zoom or Teams, a time of day follows
// the date. Other dates may be those of the publication.
func TestTheFileNameIsEvidence(t *testing.T) {
	const named, timed, both = "the file is named “", "”, with the time at which the recording began", "”\neither datePublished 2026-03-04: "
	for file, want := range map[string]string{
		"GMT20260304-100200_Recording.transcript.vtt": "recordedAt 2026-03-04: " + named + "GMT20260304-100200_Recording.transcript.vtt" + timed,
		"Bridge-20260304_100200-Meeting Recording.vtt": "title Bridge: " + named + "Bridge-20260304_100200-Meeting Recording.vtt”\n" +
			"recordedAt 2026-03-04: " + named + "Bridge-20260304_100200-Meeting Recording.vtt" + timed,
		"harbour-talk_otter_ai.txt":     "title Harbour talk: " + named + "harbour-talk_otter_ai.txt”",
		"the roof 2026-03-04.srt":       "title The roof: " + named + "the roof 2026-03-04.srt”\neither recordedAt 2026-03-04: " + named + "the roof 2026-03-04.srt" + both + named + "the roof 2026-03-04.srt”",
		"000_651621a9dd4adebf.txt":      "",
		"audio1234567890.vtt":           "",
		"meeting_saved_new_chat.txt":    "",
		"2026-13-04.vtt":                "",
		"":                              "",
		strings.Repeat("talk ", 300):    "",
		"Transcript.final (2).docx.txt": "",
	} {
		if got := proposed(t, file, "Ada: Who?\nBen: Me.\nAda: When?\nBen: Now.\n"); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
	got := proposed(t, "bridge 2026-03-04.md", "# On arches, 29 November 2023\n\n**Ada:** Who?\n\n**Ben:** Me.\n")
	if !strings.HasPrefix(got, "title On arches, 29 November 2023: ") || strings.Contains(got, "2026") {
		t.Errorf("what the source says has priority, but got %s", got)
	}
}

// TestTheSpeakerWhoAsksIsTheHost checks that the speaker who asks nearly all questions is proposed
// as the host, and that a discussion has no host.
func TestTheSpeakerWhoAsksIsTheHost(t *testing.T) {
	const interview = "Ada: Who was it?\nBen: Me.\nAda: When?\nBen: Then.\nAda: Why?\nBen: Because.\n"
	for src, want := range map[string]string{
		interview: "Ada kind host: asks in 3 of the 3 turns with a question mark",
		interview + "Ada: And?\nBen: Is that a question?\n":                            "Ada kind host: asks in 4 of the 5 turns with a question mark",
		interview + "Ada: And so.\nBen: You?\nAda: Yes.\nBen: And he?\n":               "",
		interview + strings.Repeat("Ada: It was so.\nBen: Yes.\n", 4):                  "",
		"Host: Who was it?\nBen: Me.\nHost: When?\nBen: Then.\nHost: Why?\nBen: No.\n": "",
		"Ada: Who was it?\nBen: Me.\nAda: When?\nBen: Then.\n":                         "",
	} {
		if got := proposed(t, "", src); got != want {
			t.Errorf("%s: got %q, want %q", src, got, want)
		}
	}
}

// TestHeadingsAreTopics checks that a topic is proposed at the turn after each heading. A
// heading with the words of the title, or without a turn after it, is no topic.
func TestHeadingsAreTopics(t *testing.T) {
	const head = "# On arches\n\n## The beginning\n\n**Ada:** Who?\n\n**Ben:** Me.\n\n"
	const more = "## Money: who pays?\n\n**Ada:** And the money?\n\n**Ben:** No.\n\n## The beginning\n\n**Ada:** Well.\n\n## Notes\n"
	r, err := ingest.Ingest([]byte(head+more), ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range propose.All(head+more, "", r) {
		if p.Field == propose.FieldTopic {
			turn := r.Transcript.TurnIndex(p.Step.Turn)
			got = append(got, p.Value+"|"+p.Step.Topic+"|"+r.Transcript.Turns[turn].Text+"|"+p.Reason)
		}
	}
	want := "The beginning|the-beginning|Who?|line 3 is a heading\nMoney: who pays?|money-who-pays|And the money?|line 9 is a heading\n" +
		"The beginning|the-beginning-2|Well.|line 15 is a heading"
	if all := strings.Join(got, "\n"); all != want {
		t.Errorf("got\n%s\nwant\n%s", all, want)
	}
	if got := proposed(t, "", head); strings.Contains(got, "topic") {
		t.Errorf("a single heading above all turns is about the whole text, but got %s", got)
	}
}

func TestDate(t *testing.T) {
	for s, want := range map[string]string{
		"2023-11-29": "2023-11-29", "2023-11-29T10:00:00Z": "2023-11-29", "Wednesday, 29 November 2023": "2023-11-29",
		"Nov. 29, 2023": "2023-11-29", "November 29th, 2023": "2023-11-29", "29. März 2023": "2023-03-29",
		"Mon, Mar 4, 2026 10:02AM • 12:09": "2026-03-04", "4 March 2026 at noon": "",
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
		for _, p := range propose.All(text, src, r) {
			if p.Value == "" || p.Reason == "" || p.Step.Value != p.Value {
				t.Errorf("got %+v", p)
			}
		}
	})
}
