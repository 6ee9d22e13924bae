package ingest

import (
	"os"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// seed returns the interview in testdata/seed.txt. The file has a title, a summary,
// and a long line with an introduction followed by the dialogue.
func seed(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("testdata/seed.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func ingestSeed(t *testing.T, src string, o Options) *Result {
	t.Helper()
	r, err := Ingest([]byte(src), o)
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, src, o, r)
	return r
}

func TestSeedInterview(t *testing.T) {
	whole := seed(t)
	third := strings.SplitN(whole, "\n", 3)[2]
	interview := third[strings.Index(third, "Host: Sam, I want"):]
	for name, src := range map[string]string{"whole file": whole, "third line": third, "from the first label": interview} {
		t.Run(name, func(t *testing.T) { checkInterview(t, ingestSeed(t, src, Options{})) })
	}

	p := ingestSeed(t, third, Options{}).Report.Introduction
	if p == nil || !strings.HasPrefix(p.Text, "A five-day") || !strings.HasSuffix(p.Text, "Officer Mira Murati:") || p.Position != (Position{Line: 1, Column: 1}) {
		t.Errorf("introduction of the third line: %+v", p)
	}
	if p := ingestSeed(t, interview, Options{}).Report.Introduction; p != nil {
		t.Errorf("introduction without a narrative: %+v", p)
	}
}

func checkInterview(t *testing.T, r *Result) {
	turns, count, board := r.Transcript.Turns, map[string]int{}, 0
	for i, u := range turns {
		count[u.Speaker]++
		if strings.Contains(strings.ToLower(u.Text), "board") {
			board++
		}
		if want := []transcript.TurnKind{transcript.Question, transcript.Answer}[i%2]; u.Kind != want {
			t.Errorf("turn %d is a %s", u.N, u.Kind)
		}
		if i%2 == 1 && u.ReplyTo != turns[i-1].ID {
			t.Errorf("turn %d answers %q", u.N, u.ReplyTo)
		}
	}
	if len(turns) != 30 || count["host"] != 15 || count["sam-altman"] != 13 || count["mira-murati"] != 2 || board != 8 {
		t.Fatalf("%d turns, %v, board in %d", len(turns), count, board)
	}
	if u := turns[11]; u.Speaker != "sam-altman" || !strings.Contains(u.Text, "called me, Host: Would I like to talk about it") || strings.Count(u.Text, "\n") != 1 {
		t.Errorf("turn 12: %+v", u)
	}
	if u := turns[17]; !strings.HasPrefix(u.Text, "There is no doubt") {
		t.Errorf("turn 18: %+v", u)
	}
	suspicious := r.Report.Remarks[0]
	for _, m := range r.Report.Remarks {
		if m.Kind == RemarkInside {
			suspicious = m
		}
	}
	if suspicious.Kind != RemarkInside || !strings.Contains(suspicious.Text, "called me, Host: Would") || suspicious.Decision == "" {
		t.Errorf("the label in a running sentence: %+v", suspicious)
	}
}

func TestSeedMergeUndone(t *testing.T) {
	src := seed(t)
	var merges []string
	for _, d := range ingestSeed(t, src, Options{}).Report.Decisions {
		if d.Kind == DecideMerge && d.Applied && d.Into == "Host" {
			merges = append(merges, d.ID)
		}
	}
	if len(merges) != 2 {
		t.Fatalf("merges %v", merges)
	}
	r := ingestSeed(t, src, Options{Undo: merges})
	turns := map[string]int{}
	for _, s := range r.Report.Speakers {
		turns[s.Name] = s.Turns
		if s.Kind == transcript.KindHost && len(s.Labels) != 1 {
			t.Errorf("speaker %+v", s)
		}
	}
	if turns["Host"] != 8 || turns["HOST"] != 1 || turns["Moderator"] != 6 || turns["Sam Altman"] != 13 || turns["Mira Murati"] != 2 {
		t.Errorf("turns %v", turns)
	}
	if len(r.Report.Unused) != 0 || len(r.Transcript.Turns) != 30 {
		t.Errorf("%d turns, unused %v", len(r.Transcript.Turns), r.Report.Unused)
	}
}
