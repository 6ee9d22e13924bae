package shim

import (
	"encoding/binary"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// Answer is an [http.ResponseWriter] that stores the whole answer in memory.
type Answer struct {
	Status int // 0 until WriteHeader or Write is called
	Body   []byte
	header http.Header
}

// NewAnswer returns an answer with no status and no body.
func NewAnswer() *Answer { return &Answer{header: http.Header{}} }

// Header returns the header fields. The caller may change them.
func (a *Answer) Header() http.Header { return a.header }

// WriteHeader sets the status. Only the first call has an effect.
func (a *Answer) WriteHeader(status int) {
	if a.Status == 0 {
		a.Status = status
	}
}

// Write appends bytes to the body.
func (a *Answer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	a.Body = append(a.Body, p...)
	return len(p), nil
}

// Finish completes the answer to a request. If there is no status, it becomes 200. The
// body of an answer to HEAD is removed. Line breaks in header fields become spaces,
// because the text after a line break could be read as another field.
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

// oneLine returns a space for a line break, and any other character unchanged.
func oneLine(c rune) rune {
	if c == '\n' || c == '\r' {
		return ' '
	}
	return c
}

// prefix is the length in bytes of the three numbers at the start of a block. A block
// is an encoded answer.
const prefix = 12

// block encodes the answer for instance.mjs, which decodes it. The block begins with
// three numbers of four bytes, little-endian. They are the length of the whole block,
// the status, and the length of the head. Then comes the head, which is "NAME
// VALUE
// " for each header field. Then comes the body.
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
