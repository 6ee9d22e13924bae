package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/shared/ingest/hostile"
	"quoteline/worker/api"
)

// TestIngestIsBounded sends files of almost 2 MiB that are made for an attack. Each
// kind of file tries to use much time or memory. If a file exceeds a limit, the error
// has to name the limit and give advice.
func TestIngestIsBounded(t *testing.T) {
	const size, largestAnswer = 2<<20 - 1024, 20 << 20
	for _, k := range hostile.Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			w := post(t, "/v1/ingest", strings.NewReader(k.Source(size)))
			if w.Body.Len() > largestAnswer {
				t.Errorf("an answer of %d bytes", w.Body.Len())
			}
			if w.Code == http.StatusOK || w.Code == http.StatusUnprocessableEntity {
				return
			}
			var problem struct {
				Detail, Limit string
				Max           int
			}
			err := json.Unmarshal(w.Body.Bytes(), &problem)
			if err != nil || w.Code != http.StatusRequestEntityTooLarge || problem.Limit == "" || problem.Max == 0 ||
				!strings.Contains(problem.Detail, "studio") || !strings.Contains(problem.Detail, "quoteline ingest") {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
}

func TestTooManyLinesAre413(t *testing.T) {
	w := post(t, "/v1/ingest?name=talk.txt", strings.NewReader(strings.Repeat("A: x\n", 400_000)))
	const want = `"detail":"talk.txt: The source needs more than 100000 lines, which is the limit here. ` +
		`Read it in the studio or with the command \"quoteline ingest\", which have no such limit.","limit":"lines","max":100000}`
	if w.Code != http.StatusRequestEntityTooLarge || !strings.HasSuffix(w.Body.String(), want) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestIngestAnswerEqualsMarshal checks the answer, whose lists the server encodes a few
// items at a time. It has to be equal to the JSON that one call of [json.Marshal]
// returns.
func TestIngestAnswerEqualsMarshal(t *testing.T) {
	sources := map[string][]byte{}
	names, err := filepath.Glob("../../shared/ingest/testdata/*/*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	for _, name := range names {
		if sources[name], err = os.ReadFile(name); err != nil {
			delete(sources, name) // the name is that of a folder
		}
	}
	for _, k := range hostile.Kinds() {
		sources[k.Name] = []byte(k.Source(20 << 10))
	}
	for name, src := range sources {
		result, err := ingest.Ingest(src, ingest.Options{})
		if err != nil {
			continue
		}
		want, err := json.Marshal(result)
		if err != nil {
			t.Fatal(err)
		}
		if w := post(t, "/v1/ingest", bytes.NewReader(src)); w.Code == http.StatusOK && !bytes.Equal(w.Body.Bytes(), want) {
			t.Errorf("%s: another answer than json.Marshal's", name)
		}
	}
}

func TestIngestCountsBytes(t *testing.T) {
	for _, c := range []struct{ size, calls int }{{1, 1}, {64 << 10, 1}, {64<<10 + 1, 2}, {200_000, 4}, {2 << 20, 32}} {
		calls := 0
		h := api.Handler(api.Config{
			Allow: func(context.Context, api.Limit, string) (bool, error) {
				calls++
				return true, nil
			},
			Log: func(err error) { t.Error(err) },
		})
		body := strings.NewReader(strings.Repeat("x", c.size))
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "https://edge.example/v1/ingest", body))
		if calls != c.calls {
			t.Errorf("%d bytes take %d calls of the limit, want %d", c.size, calls, c.calls)
		}
	}
}

func TestIngestByteLimit(t *testing.T) {
	left := 4
	h := api.Handler(api.Config{
		Allow: func(context.Context, api.Limit, string) (bool, error) {
			left--
			return left >= 0, nil
		},
		Log: func(err error) { t.Error(err) },
	})
	for _, want := range []int{200, 200, 429, 429} { // the limit allows 4 calls, and each source takes 2
		w := httptest.NewRecorder()
		body := strings.NewReader("A: " + strings.Repeat("word ", 20_000) + "\nB: x\n")
		h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "https://edge.example/v1/ingest", body))
		if w.Code != want {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
}
