package api_test

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
	"quoteline/worker/api"
	"quoteline/worker/store"
)

type verification struct {
	Verdict string
	Matches []struct {
		Transcript, Turn, Text, Date, URL string
		Speaker                           transcript.Speaker
		Span                              struct{ Start, End int }
		Similarity                        float64
		Words                             []transcript.Edit
	}
}

func TestVerify(t *testing.T) {
	files, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	h := api.Handler(api.Config{Store: files, Fragment: fragment, Log: func(err error) { t.Error(err) }})
	for _, tc := range []struct{ name, quote, verdict, speaker, part, words string }{
		{
			"to the letter", "I learned that the company can function without me", "same", "Sam Altman",
			"I learned that the company can function without me", "=I learned that the company can function without me",
		},
		{
			"other case and punctuation", "“i learned — that the company can function.”", "same", "Sam Altman",
			"I learned that the company can function", "-i|+I|= learned|- —|= that the company can function",
		},
		{
			"an emoji around it", "❤️ I learned that the company can function ❤️", "same", "Sam Altman",
			"I learned that the company can function", "=I learned that the company can function",
		},
		{
			"one word is another", "I learned that the firm can function without me.", "similar", "Sam Altman",
			"I learned that the company can function without me", "=I learned that the |-firm|+company|= can function without me",
		},
		{"no such quote", "purple elephants dance quietly", "none", "", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := ask(h, "/v1/verify?q="+url.QueryEscape(tc.quote), "")
			var v verification
			if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || w.Code != 200 || v.Verdict != tc.verdict {
				t.Fatalf("%d %s: %v", w.Code, w.Body, err)
			}
			if tc.part == "" {
				if len(v.Matches) > 0 {
					t.Errorf("matches: %+v", v.Matches)
				}
				return
			}
			m := v.Matches[0]
			if part := string([]rune(m.Text)[m.Span.Start:m.Span.End]); part != tc.part || m.Speaker.Name != tc.speaker {
				t.Errorf("%q by %q", part, m.Speaker.Name)
			}
			if got := steps(m.Words); got != tc.words {
				t.Errorf("words: %q", got)
			}
			if m.URL != "https://edge.example/t/altman-murati-2023/q/"+m.Turn || m.Date != "2023-11-29" {
				t.Errorf("%s, %s", m.URL, m.Date)
			}
		})
	}
}

// steps writes edits in a short form. For example, "=the -low +high" means: keep "the",
// delete "low", insert "high".
func steps(edits []transcript.Edit) string {
	mark := map[transcript.Op]string{transcript.Same: "=", transcript.Delete: "-", transcript.Insert: "+"}
	var list []string
	for _, e := range edits {
		list = append(list, mark[e.Op]+e.Text)
	}
	return strings.Join(list, "|")
}

// longTurns is a store for tests. Its search always finds 20 turns. The field length is
// the number of bytes of text that they have together.
type longTurns struct {
	api.Store
	length int
}

func (s longTurns) QuoteCandidates(context.Context, []string, int) ([]search.Hit, error) {
	hits := make([]search.Hit, 20)
	for i := range hits {
		hits[i] = search.Hit{Text: strings.Repeat("word ", s.length/len(hits)/len("word "))}
	}
	return hits, nil
}

func TestVerifyIsBounded(t *testing.T) {
	for _, tc := range []struct{ length, words, status int }{
		{80_000, 100, 200}, {800_000, 10, 200}, {1_000_000, 9, 400}, {1_000_000, 100, 400},
	} {
		h := api.Handler(api.Config{Store: longTurns{length: tc.length}, Log: func(err error) { t.Error(err) }})
		w := ask(h, "/v1/verify?q="+strings.Repeat("other+", tc.words), "")
		if w.Code != tc.status || tc.status == 400 && !strings.Contains(w.Body.String(), "Send fewer words: about 8.") {
			t.Errorf("%d words, %d bytes: %d %s", tc.words, tc.length, w.Code, w.Body)
		}
	}
}

func TestVerifyBadQuotesAre400(t *testing.T) {
	h := library(t)
	for _, query := range []string{"", "q=", "q=%22*%22", "q=%CC%81", "q=%E2%9D%A4%EF%B8%8F", "q=%E2%80%8D", "q=a&q=b", "q=%ff", "q=" + strings.Repeat("a+", 101), "q=" + strings.Repeat("a", 1001), "q=%zz"} {
		w := ask(h, "/v1/verify?"+query, "")
		if w.Code != 400 || !strings.Contains(w.Body.String(), "urn:quoteline:problem:bad-parameter") {
			t.Errorf("%.20s: %d %s", query, w.Code, w.Body)
		}
	}
}
