package api

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"quoteline/shared/transcript"
	"quoteline/worker/pace"
)

// unknownMembers looks in the JSON for members that are not part of the transcript
// format, such as /turns/1/mood. The store ignores them. unknownMembers returns a warning
// for each, but at most maxFaults warnings. The JSON must be valid.
//
// It does not use encoding/json, which would make a map of each turn and take twenty
// times as long.
func unknownMembers(p *pace.Pace, body []byte) []transcript.Fault {
	f := &unknownFinder{pace: p, src: body, warnings: []transcript.Fault{}}
	f.value(shapeOf(reflect.TypeFor[transcript.Transcript]()))
	return f.warnings
}

// shape describes which members a JSON value may have. For an object, the field members
// has the shape of each member. For an array, the field element has the shape of its
// elements. The shape of any other value is nil.
type shape struct {
	members map[string]*shape
	element *shape
}

// shapeOf returns the shape of the JSON that encoding/json reads into a type.
func shapeOf(t reflect.Type) *shape {
	switch t.Kind() {
	case reflect.Pointer:
		return shapeOf(t.Elem())
	case reflect.Slice:
		return &shape{element: shapeOf(t.Elem())}
	case reflect.Struct:
		s := &shape{members: map[string]*shape{}}
		for i := range t.NumField() {
			if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" {
				s.members[name] = shapeOf(t.Field(i).Type)
			}
		}
		return s
	}
	return nil
}

// unknownFinder moves through valid JSON, one value at a time.
type unknownFinder struct {
	pace     *pace.Pace
	src      []byte
	pos      int     // bytes read
	path     []level // the arrays and objects around the next value, the outermost first
	warnings []transcript.Fault
}

// peek moves past white space and returns the next byte, or 0 at the end.
func (f *unknownFinder) peek() byte {
	for f.pos < len(f.src) {
		if c := f.src[f.pos]; c > ' ' {
			return c
		}
		f.pos++
	}
	return 0
}

// accept moves past the byte c if it is next, and reports whether it was.
func (f *unknownFinder) accept(c byte) bool {
	if f.peek() != c {
		return false
	}
	f.pos++
	return true
}

// value moves past the next value. If s describes an object or an array, value looks for
// unknown members in it.
func (f *unknownFinder) value(s *shape) {
	switch c := f.peek(); {
	case s != nil && s.members != nil && c == '{':
		f.object(s)
	case s != nil && s.element != nil && c == '[':
		f.array(s)
	default:
		f.skip()
	}
}

// array moves past an array, as in [{"text": "Yes."}, {"text": "No."}].
func (f *unknownFinder) array(s *shape) {
	f.path = append(f.path, level{})
	at := len(f.path) - 1
	for f.pos++; f.peek() != ']' && f.pos < len(f.src); f.path[at].index++ {
		start := f.pos
		f.value(s.element)
		f.accept(',')
		f.pace.Steps(f.pos - start)
	}
	f.pos++
	f.path = f.path[:at]
}

// object moves past an object, as in {"text": "Yes.", "mood": "calm"}.
func (f *unknownFinder) object(s *shape) {
	f.path = append(f.path, level{object: true})
	at := len(f.path) - 1
	for f.pos++; f.peek() == '"'; f.accept(',') {
		name := f.name()
		f.accept(':')
		f.path[at].name = name
		if member, known := s.members[name]; known {
			f.value(member)
			continue
		}
		f.warn()
		f.skip() // the warning is also for all members inside
	}
	f.pos++
	f.path = f.path[:at]
}

// name moves past the name of a member, and returns it without quotation marks.
func (f *unknownFinder) name() string {
	start := f.pos
	f.skip()
	quoted := f.src[start:f.pos]
	if !slices.Contains(quoted, '\\') {
		return string(quoted[1 : len(quoted)-1])
	}
	var name string
	_ = json.Unmarshal(quoted, &name) // the JSON is valid
	return name
}

// skip moves past a value of any type.
func (f *unknownFinder) skip() {
	depth := 0
	for f.peek() != 0 {
		switch c := f.src[f.pos]; {
		case c == '"':
			f.text()
		case c == '{' || c == '[':
			depth++
			f.pos++
		case c == '}' || c == ']':
			depth--
			f.pos++
		case depth > 0: // a comma, a colon, or a part of a number or a word
			f.pos++
			continue
		default: // a number or a word, as in null
			for f.pos < len(f.src) && !strings.ContainsRune(",]} \t\r\n", rune(f.src[f.pos])) {
				f.pos++
			}
		}
		if depth == 0 {
			return
		}
	}
}

// text moves past a string.
func (f *unknownFinder) text() {
	for f.pos++; f.pos < len(f.src) && f.src[f.pos] != '"'; f.pos++ {
		if f.src[f.pos] == '\\' {
			f.pos++
		}
	}
	f.pos++
}

// warn adds a warning for the member that f.path leads to.
func (f *unknownFinder) warn() {
	warning := transcript.Fault{Pointer: pointerOf(f.path), Message: "is not a member of a transcript and was not stored"}
	if len(f.warnings) < maxFaults && !slices.Contains(f.warnings, warning) {
		f.warnings = append(f.warnings, warning)
	}
}
