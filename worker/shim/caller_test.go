package shim_test

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"quoteline/worker/shim"
)

// call passes a request and the results of its queries to the Caller, as instance.mjs
// does. It returns the status, the head (the header fields) and the body of the answer.
// If the request needs other I/O than queries, ok is false.
func call(t *testing.T, c *shim.Caller, text string, results ...string) (status int, head, body string, ok bool) {
	t.Helper()
	text += "\n" + strings.Join(results, "")
	copy(c.Buffer(len(text)), text)
	block := c.Call(len(text))
	if block == nil {
		return 0, "", "", false
	}
	number := func(i int) int { return int(binary.LittleEndian.Uint32(block[4*i:])) }
	if number(0) != len(block) {
		t.Fatalf("a block of %d bytes says %d", len(block), number(0))
	}
	rest := string(block[12:])
	return number(1), rest[:number(2)], rest[number(2):], true
}

func TestCallAnswers(t *testing.T) {
	c := shim.NewCaller(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("B", "2")
		w.Header()["A"] = []string{"1", "two\r\nlines: 3"}
		w.WriteHeader(http.StatusTeapot)
		w.WriteHeader(http.StatusOK)
		rest, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %s %s %s|%s|%q%s%v", r.Method, r.URL.Scheme, r.Host, r.URL.Path, r.URL.RawQuery, r.Header["If-None-Match"], rest, err)
	}))
	const head = "A\n1\nA\ntwo  lines: 3\nB\n2\n"
	for _, tc := range []struct{ text, body string }{
		{"GET https://edge.example/v1/x%20y?q=1\nIf-None-Match: \"a\", \"b: c\"\n", `GET https edge.example /v1/x y|q=1|["\"a\", \"b: c\""]<nil>`},
		{"OPTIONS http://edge.example:8787/\n", `OPTIONS http edge.example:8787 /||[]<nil>`},
		{"HEAD https://edge.example/v1/x\n", ""},
	} {
		status, gotHead, body, ok := call(t, c, tc.text)
		if !ok || status != http.StatusTeapot || gotHead != head || body != tc.body {
			t.Errorf("%q: %v %d %q %q", tc.text, ok, status, gotHead, body)
		}
	}
}

func TestCallReturnsNilForOtherIO(t *testing.T) {
	c := shim.NewCaller(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"x"`)
		if err := shim.NeedsIO(r.Context()); err != nil {
			if err != shim.ErrNeedsIO {
				t.Errorf("got %v", err)
			}
			http.Error(w, "fault", http.StatusInternalServerError)
		}
	}))
	for range 2 {
		if _, _, _, ok := call(t, c, "GET https://edge.example/\n"); ok {
			t.Error("answered at once")
		}
	}
	if err := shim.NeedsIO(t.Context()); err != nil {
		t.Errorf("on the other path: %v", err)
	}
}

func TestCallRefusesMalformedRequests(t *testing.T) {
	c := shim.NewCaller(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("handled") }))
	for _, text := range []string{
		"", "\n", "GET\n", "GET https://%zz/\n", "GET https://edge.example/\nfield\n", "GET https://edge.example/",
		"GET https://edge.example/\n\nx", "GET https://edge.example/\n\ns\xff\xff\xff\xff", "GET https://edge.example/\n\ns\x00\x00\x00\x00",
	} {
		if _, _, _, ok := call(t, c, text); ok {
			t.Errorf("%q: answered", text)
		}
	}
}

func TestCallRemembersTaggedAnswers(t *testing.T) {
	handled := 0
	c := shim.NewCaller(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handled++
		if r.URL.Path != "/untagged" {
			w.Header().Set("ETag", `"x"`)
		}
		size := 10
		if r.URL.Path == "/large" {
			size = 300_000
		}
		io.WriteString(w, strings.Repeat("x", size))
	}))
	for _, tc := range []struct {
		text  string
		again int // how often the handlers run for three requests
	}{
		{"GET https://edge.example/\n", 1},
		{"HEAD https://edge.example/\n", 1},
		{"GET https://edge.example/\nAccept: a\n", 1},
		{"GET https://edge.example/untagged\n", 3},
		{"GET https://edge.example/large\n", 3},
	} {
		handled = 0
		for range 3 {
			_, head, body, ok := call(t, c, tc.text)
			if !ok || strings.Contains(tc.text, "HEAD") != (body == "") || strings.Contains(tc.text, "untagged") != (head == "") {
				t.Errorf("%q: %v %q %.20q", tc.text, ok, head, body)
			}
		}
		if handled != tc.again {
			t.Errorf("%q: handled %d times, want %d", tc.text, handled, tc.again)
		}
	}
}

func TestCallDropsAnswersOverTheLimit(t *testing.T) {
	handled := 0
	c := shim.NewCaller(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handled++
		w.Header().Set("ETag", `"x"`)
		io.WriteString(w, strings.Repeat("x", 100_000))
	}))
	ask := func(i int) int {
		handled = 0
		call(t, c, fmt.Sprintf("GET https://edge.example/%d\n", i))
		return handled
	}
	for i := range 11 {
		ask(i)
	}
	if ask(10) != 0 {
		t.Error("the latest answer was forgotten")
	}
	if ask(0) != 1 {
		t.Error("the first answer is still there, after 1.1 MB")
	}
}

func TestBufferMovesOnlyToGrow(t *testing.T) {
	c := shim.NewCaller(http.NotFoundHandler())
	first := &c.Buffer(100)[0]
	if &c.Buffer(100)[0] != first || &c.Buffer(10)[0] != first {
		t.Error("the buffer has moved")
	}
	if len(c.Buffer(1000)) < 1000 {
		t.Error("the buffer has not grown")
	}
}
