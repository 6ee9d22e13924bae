package desk

import (
	"testing"

	"quoteline/shared/ingest"
)

// FuzzSession opens any source text in a [Session], which answers the calls of the
// editor's page. It opens the source with any log, the list of the editor's earlier
// steps. Then it makes calls with any arguments. A call may fail, but only with an error
// that has a text. After that the session must still have its log.
func FuzzSession(f *testing.F) {
	f.Add("A: One.\n\nB: Two.\n", `{"log":{"steps":[{"kind":"source","line":1,"column":4,"before":"One","value":"1"}],"done":1}}`, "do",
		`{"step":{"kind":"join","turn":"x"},"from":-1,"to":99,"pane":"turns"}`)
	f.Add("WEBVTT\n\n0:01.0 --> 0:02.0\n<v A>x", `{"log":{"steps":[],"done":-5}}`, "rows", `{"pane":"source","from":9,"to":2}`)
	f.Add("", "{}", "undo", "{}")
	f.Fuzz(func(t *testing.T, source, opening, name, asked string) {
		if len(source) > 2000 {
			return
		}
		s := &Session{Progress: func(ingest.Stage) {}}
		if _, err := s.Call("open", []byte(opening), []byte(source)); err != nil {
			return
		}
		for _, call := range []string{name, "rows", "undo", "redo", "preview", "log", "speakers"} {
			if _, err := s.Call(call, []byte(asked), []byte(source)); err != nil && err.Error() == "" {
				t.Fatalf("%s fails without a reason", call)
			}
		}
		log, err := s.desk.Log()
		if err != nil || len(log) == 0 {
			t.Fatalf("the log %q, %v", log, err)
		}
	})
}
