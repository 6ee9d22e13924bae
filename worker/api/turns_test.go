package api_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

type turnPage struct {
	Turns []struct {
		ID   string
		Text string
		Hits []struct{ Start, End int }
	}
	Next string
}

func getTurns(t *testing.T, h http.Handler, query string) turnPage {
	t.Helper()
	w := ask(h, "/v1/transcripts/timed/turns?"+query, "")
	var p turnPage
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != 200 {
		t.Fatalf("%s: %d %s: %v", query, w.Code, w.Body, err)
	}
	return p
}

func (p turnPage) ids() string {
	var ids []string
	for _, turn := range p.Turns {
		ids = append(ids, turn.ID)
	}
	return strings.Join(ids, " ")
}

func TestTurnFilters(t *testing.T) {
	h := library(t)
	for _, tc := range []struct{ query, want string }{
		{"", "b2 c3 d4 f5"},
		{"speaker=a", "c3 f5"},
		{"speaker=a&speaker=host", "b2 c3 d4 f5"},
		{"topic=sea", "b2 c3"},
		{"topic=sea&topic=air", "b2 c3 d4"},
		{"q=low", "b2 c3 f5"},
		{"q=low&speaker=a", "c3 f5"},
		{"q=low&speaker=a&topic=sea", "c3"},
		{"q=nothing", ""},
		{"from=2000", "c3 d4 f5"},
		{"to=2000", "b2"},
		{"from=-1&to=2001", "b2 c3"},
		{"from=2001&to=4000", ""},
		{"limit=4", "b2 c3 d4 f5"},
		{"unknown=ignored", "b2 c3 d4 f5"},
	} {
		if got := getTurns(t, h, tc.query); got.ids() != tc.want || got.Next != "" {
			t.Errorf("%s: %q, next %q, want %q", tc.query, got.ids(), got.Next, tc.want)
		}
	}
}

func TestHitsCountCodePoints(t *testing.T) {
	got := getTurns(t, library(t), "q=elan").Turns
	if len(got) != 1 || len(got[0].Hits) != 1 {
		t.Fatalf("%+v", got)
	}
	hit := got[0].Hits[0]
	if words := string([]rune(got[0].Text)[hit.Start:hit.End]); words != "Élan" {
		t.Errorf("the hit is %q", words)
	}
}

func TestTurnCursorsReachEveryTurn(t *testing.T) {
	h := library(t)
	for _, filter := range []string{"", "&speaker=a", "&q=low", "&topic=sea&topic=air"} {
		whole := getTurns(t, h, filter).ids()
		for _, limit := range []string{"1", "2", "3", "100"} {
			var pages []string
			cursor := ""
			for {
				p := getTurns(t, h, "limit="+limit+filter+cursor)
				pages = append(pages, p.ids())
				if p.Next == "" {
					break
				}
				cursor = "&cursor=" + p.Next
			}
			if got := strings.Join(pages, " "); got != whole {
				t.Errorf("pages of %s with %q: %q, want %q", limit, filter, got, whole)
			}
		}
	}
}

func TestTurnCursorsNeedTheSameFilters(t *testing.T) {
	h := library(t)
	next := getTurns(t, h, "limit=1&speaker=a").Next
	bad := []string{
		"cursor=" + next, "cursor=" + next + "&speaker=host", "cursor=" + next + "&speaker=a&q=low",
		"speaker=a&cursor=" + next[1:], "speaker=a&cursor=" + next[:len(next)-1], "speaker=a&cursor=" + next + "A",
		"cursor=", "cursor=*", "cursor=YQ==", "cursor=AAAA", "cursor=" + strings.Repeat("A", 1000), "speaker=a&cursor=" + next + "&cursor=" + next,
	}
	for i := range next {
		changed := []byte(next)
		changed[i] ^= 1
		bad = append(bad, "speaker=a&cursor="+url.QueryEscape(string(changed)))
	}
	for _, query := range bad {
		checkBad(t, h, query, "cursor")
	}
}

func TestBadTurnQueriesAre400(t *testing.T) {
	h := library(t)
	for query, parameter := range map[string]string{
		"speaker=": "speaker", "speaker=nobody": "speaker", "speaker=Host": "speaker", "speaker=a&speaker=x": "speaker",
		"topic=": "topic", "topic=nothing": "topic", "topic=The+sea": "topic",
		"q=": "q", "q=+": "q", "q=a&q=b": "q", "q=" + strings.Repeat("a", 1001): "q",
		"from=": "from", "from=x": "from", "from=1.5": "from", "from=2024-01-01": "from", "from=99999999999999999999": "from", "from=1&from=2": "from",
		"to=x": "to", "from=2&to=2": "to", "from=2&to=1": "to",
		"limit=": "limit", "limit=0": "limit", "limit=101": "limit", "limit=x": "limit", "limit=1&limit=2": "limit",
		"a=%zz": "", "a;b": "",
	} {
		checkBad(t, h, query, parameter)
	}
}

func checkBad(t *testing.T, h http.Handler, query, parameter string) {
	t.Helper()
	w := ask(h, "/v1/transcripts/timed/turns?"+query, "")
	var problem struct{ Type, Parameter string }
	if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil {
		t.Fatal(err)
	}
	if w.Code != 400 || problem.Type != "urn:quoteline:problem:bad-parameter" || problem.Parameter != parameter {
		t.Errorf("%.80s: %d %s", query, w.Code, w.Body)
	}
}

func TestTimeFilterNeedsTimes(t *testing.T) {
	w := ask(library(t), "/v1/transcripts/untimed/turns?from=0", "")
	if w.Code != 409 || !strings.Contains(w.Body.String(), "no-timecodes") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestOneTurn(t *testing.T) {
	h := library(t)
	const want = `{"id":"f5","n":4,"speaker":"a","kind":"answer","replyTo":"d4","topics":[],"text":"Low.","start":6000,"end":7000}`
	w := ask(h, "/v1/transcripts/timed/turns/f5", "")
	if w.Code != 200 || w.Body.String() != want {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if got := w.Header().Get("Link"); got != `<https://edge.example/t/timed/q/f5>; rel="canonical", <https://edge.example/v1/transcripts/timed>; rel="collection"` {
		t.Errorf("Link: %s", got)
	}
}

func TestOddTurnPathsAre404(t *testing.T) {
	h := library(t)
	for path, status := range map[string]int{
		"timed/turns": 200, "timed/turns/b2": 200,
		"timed/turns/": 404, "timed/turns/b3": 404, "timed/turns/B2": 404, "timed/turns/b2/": 404, "timed/turns/b2.json": 404,
		"timed.json/turns": 404, "nobody/turns": 404, "nobody/turns/b2": 404, "timed/turn": 404, "timed/b2": 404, "/turns": 404,
	} {
		for _, method := range []string{"GET", "HEAD"} {
			if w := do(t, h, method, "/v1/transcripts/"+path); w.Code != status {
				t.Errorf("%s %s: %d, want %d", method, path, w.Code, status)
			}
		}
	}
	for method, status := range map[string]int{"OPTIONS": 204, "POST": 405, "DELETE": 405} {
		for _, path := range []string{"timed/turns", "timed/turns/b2"} {
			w := do(t, h, method, "/v1/transcripts/"+path)
			if w.Code != status || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
				t.Errorf("%s %s: %d, Allow: %q", method, path, w.Code, w.Header().Get("Allow"))
			}
		}
	}
}
