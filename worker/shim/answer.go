package shim

import (
	"encoding/binary"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// Answer is an [http.ResponseWriter] that keeps everything in memory.
type Answer struct {
	Status int // 0 until the header is written
	Body   []byte
	header http.Header
}

// NewAnswer returns an answer without status and body.
func NewAnswer() *Answer { return &Answer{header: http.Header{}} }

// Header returns the fields, to be read and changed.
func (a *Answer) Header() http.Header { return a.header }

// WriteHeader sets the status, the first time.
func (a *Answer) WriteHeader(status int) {
	if a.Status == 0 {
		a.Status = status
	}
}

// Write adds to the body.
func (a *Answer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	a.Body = append(a.Body, p...)
	return len(p), nil
}

// Finish makes the answer to a request complete: it has a status, to HEAD it
// has no body, and no field spans lines, which would let a value pretend to be
// another field.
func (a *Answer) Finish(r *http.Request) {
	a.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		a.Body = nil
	}
	for _, values := range a.header {
		for i, value := range values {
			values[i] = strings.Map(oneLine, value)
		}
	}
}

func oneLine(c rune) rune {
	if c == '\n' || c == '\r' {
		return ' '
	}
	return c
}

// prefix is the length of the numbers that a block begins with, in bytes.
const prefix = 12

// block lays the answer out for worker.mjs: the length of the whole block, the
// status and the length of the head, each as four bytes, the lowest first; the
// head, which is "name\nvalue\n" for each field; and the body.
func (a *Answer) block() []byte {
	b := make([]byte, prefix, prefix+1024+len(a.Body))
	for _, name := range slices.Sorted(maps.Keys(a.header)) {
		for _, value := range a.header[name] {
			b = append(append(b, name...), '\n')
			b = append(append(b, value...), '\n')
		}
	}
	head := len(b) - prefix
	b = append(b, a.Body...)
	for i, n := range [...]int{len(b), a.Status, head} {
		binary.LittleEndian.PutUint32(b[4*i:], uint32(n))
	}
	return b
}
