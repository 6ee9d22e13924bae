package api

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/transcript"
	"quoteline/worker/pace"
	"quoteline/worker/reply"
)

// MaxBody is the largest length of a published transcript, in bytes of JSON.
// worker/shim/limits.mjs has the same number.
const MaxBody = transcript.MaxStored

const (
	// maxFaults is the largest number of faults that one answer lists.
	maxFaults = 100

	// maxDepth is the largest number of nested arrays and objects that
	// [transcript.Parse] accepts.
	maxDepth = 64
)

// readJSON reads the body of a PUT. If the body has more than [MaxBody] bytes, readJSON
// stops reading and returns an error.
func readJSON(r *http.Request) ([]byte, error) {
	mediaType, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := parameters["charset"]
	if err != nil || mediaType != "application/json" || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return nil, unsupported("Send the transcript as application/json, in UTF-8.")
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, unsupported("Send the transcript without a Content-Encoding.")
	}
	if r.ContentLength > MaxBody {
		return nil, errTooLarge()
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, MaxBody+1))
	if err != nil {
		return nil, &reply.Error{Code: reply.MalformedJSON, Detail: "The body ended too early."}
	}
	if len(body) > MaxBody {
		return nil, errTooLarge()
	}
	return body, checkUTF8(body)
}

func unsupported(detail string) error {
	return &reply.Error{Code: reply.UnsupportedType, Detail: detail, Header: http.Header{"Accept": {"application/json"}}}
}

func errTooLarge() error {
	return &reply.Error{
		Code:   reply.TooLarge,
		Detail: "A transcript may have " + strconv.Itoa(MaxBody) + " bytes as JSON. Publish a longer one in parts.",
	}
}

// stored returns the JSON that the database stores for a transcript. It is longer than
// the body of the PUT, because publishing adds an id and a number to each turn. If the
// JSON exceeds [MaxBody], stored returns an error.
func stored(p *pace.Pace, t *transcript.Transcript) ([]byte, error) {
	body, err := encodeTranscript(p, t, stepsOf(t))
	if err != nil || len(body) <= MaxBody {
		return body, err
	}
	return nil, &reply.Error{
		Code: reply.TooLarge,
		Detail: "With the ids and numbers of its turns, this transcript has " + strconv.Itoa(len(body)) + " bytes as JSON. " +
			strconv.Itoa(MaxBody) + " can be stored. Publish it in parts.",
		Members: struct {
			Limit string `json:"limit"`
			Max   int    `json:"max"`
		}{"stored bytes", MaxBody},
	}
}

// checkUTF8 returns an error if the body is not valid UTF-8. The error has the offset
// of the first invalid byte.
func checkUTF8(body []byte) error {
	for at := 0; at < len(body); {
		r, size := utf8.DecodeRune(body[at:])
		if r == utf8.RuneError && size == 1 {
			return &reply.Error{Code: reply.MalformedJSON, Detail: "The body is not UTF-8.", Members: struct {
				Byte int `json:"byte"`
			}{at}}
		}
		at += size
	}
	return nil
}

// parse decodes the JSON of a transcript. Between some turns it pauses, so that other
// requests are answered.
func parse(p *pace.Pace, body []byte) (*transcript.Transcript, error) {
	parser := transcript.NewParser(body)
	for read := 0; parser.Next(); read = parser.Offset() {
		p.Steps(parser.Offset() - read)
	}
	return parser.Result()
}

// stepsOf estimates the work of going once through all turns of a transcript. The unit is
// a step, the work on one byte. A turn has some hundred bytes of JSON beside its words.
func stepsOf(t *transcript.Transcript) int {
	steps := 0
	for i := range t.Turns {
		steps += 100 + len(t.Turns[i].Text)
	}
	return steps
}

// parseTranscript decodes and checks the body of a PUT, which is a transcript. If the
// transcript has no id, it gets the id of the address. A different id is an error.
func parseTranscript(p *pace.Pace, body []byte, id string) (*transcript.Transcript, error) {
	t, err := parse(p, body)
	if err != nil {
		return nil, syntaxProblem(body, err)
	}
	if t.ID == "" {
		t.ID = id
	}
	// The version number and the turn numbers in the body are ignored. The store
	// chooses the version number, and Complete numbers the turns in their order.
	t.Version = 1
	t.Complete()
	p.Steps(stepsOf(t))
	transcript.AssignIDs(t)
	if len(t.Topics) > transcript.MaxTopics { // no limit ends the work on each topic, so they are refused first
		return nil, invalid("The transcript has faults.", t.Validate())
	}
	if _, err := stored(p, t); err != nil { // before the checks below, which take longer
		return nil, err
	}
	p.Steps(stepsOf(t))
	faults := t.Validate()
	if t.ID != id {
		faults = append(faults, transcript.Fault{Pointer: "/id", Message: "is not the id in the address"})
	}
	if len(faults) == 0 { // the other checks expect a valid transcript
		p.Steps(stepsOf(t))
		faults = slices.Concat(t.CheckNormal(norm.NFC.IsNormalString), t.CheckClock(), t.CheckText())
	}
	if len(faults) > 0 {
		return nil, invalid("The transcript has faults.", faults)
	}
	return t, nil
}

// faulty has JSON members of an error, which say where the body is not a valid
// transcript. They follow the usual members of problem details (RFC 9457), such as
// title.
type faulty struct {
	Pointer string             `json:"pointer"`
	Line    int                `json:"line,omitempty"`
	Column  int                `json:"column,omitempty"`
	Errors  []transcript.Fault `json:"errors,omitempty"`
}

func invalid(detail string, faults transcript.Faults) error {
	return &reply.Error{Code: reply.InvalidTranscript, Detail: detail, Members: faulty{
		Pointer: faults[0].Pointer,
		Errors:  faults[:min(len(faults), maxFaults)],
	}}
}

// syntaxProblem returns the error for a body that cannot be decoded. There are two
// cases: a body that is not JSON, and JSON with a value of a wrong type, as in
// {"title": 3}.
func syntaxProblem(body []byte, err error) error {
	syntax, ok := errors.AsType[*transcript.SyntaxError](err)
	if !ok {
		return err
	}
	detail := upperFirst(syntax.Reason) + "."
	if pointer, depth := pointerAt(body, syntax.Offset); depth < maxDepth && json.Valid(body) {
		return &reply.Error{Code: reply.InvalidTranscript, Detail: detail, Members: faulty{
			Pointer: pointer, Line: syntax.Line, Column: syntax.Column,
		}}
	}
	return &reply.Error{Code: reply.MalformedJSON, Detail: detail, Members: struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}{syntax.Line, syntax.Column}}
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
