package api

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"quoteline/shared/jsonpointer"
	"quoteline/shared/transcript"
)

// pointerAt returns the JSON Pointer (RFC 6901) of the value at a byte offset of body.
// It also returns how deep the value is nested: for "/turns/3/text" it is 3.
func pointerAt(body []byte, offset int) (pointer string, depth int) {
	levels := levelsAt(body, int64(offset))
	for _, l := range levels {
		if l.object {
			pointer = jsonpointer.Member(pointer, l.name)
		} else {
			pointer = jsonpointer.Element(pointer, l.index)
		}
	}
	return pointer, len(levels)
}

// level is an array or object that contains the byte at some offset of the body.
type level struct {
	object bool
	name   string // of the current member
	index  int    // of the current element
	value  bool   // the name has been read, and the member's value comes next
}

// levelsAt returns the arrays and objects that contain the byte at an offset, the
// outermost first. It stops when it has maxDepth + 1 of them.
func levelsAt(body []byte, offset int64) []level {
	var levels []level
	d := json.NewDecoder(bytes.NewReader(body))
	for d.InputOffset() <= offset && len(levels) <= maxDepth {
		token, err := d.Token()
		closes := token == json.Delim('}') || token == json.Delim(']')
		// The loop ends at the token that contains the byte at offset. If this token is
		// a closing bracket, the code below first removes its array or object from
		// levels.
		if err != nil || d.InputOffset() > offset && !closes {
			break
		}
		top := len(levels) - 1
		switch {
		case token == json.Delim('{') || token == json.Delim('['):
			levels = append(levels, level{object: token == json.Delim('{')})
			continue
		case closes:
			levels = levels[:top]
			top--
		case levels == nil: // the whole body is one string, number or null
			return nil
		case levels[top].object && !levels[top].value:
			levels[top].name, _ = token.(string)
			levels[top].value = true
			continue
		}
		if top >= 0 { // a value has ended
			levels[top].index++
			levels[top].value = false
		}
	}
	return levels
}

// unknownMembers reads the JSON of a transcript. It returns a warning for each member
// that a transcript does not have, such as /turns/1/mood. Such members are not stored.
func unknownMembers(body []byte) []transcript.Fault {
	warnings := []transcript.Fault{}
	var value any
	if json.Unmarshal(body, &value) == nil {
		findUnknown(value, reflect.TypeFor[transcript.Transcript](), "", &warnings)
	}
	return warnings
}

// findUnknown appends a warning for each member of value that is no field of the type
// t. Value is decoded JSON. At is the JSON Pointer of value in the transcript.
func findUnknown(value any, t reflect.Type, at string, warnings *[]transcript.Fault) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch v := value.(type) {
	case []any:
		for i := 0; i < len(v) && t.Kind() == reflect.Slice; i++ {
			findUnknown(v[i], t.Elem(), jsonpointer.Element(at, i), warnings)
		}
	case map[string]any:
		if t.Kind() != reflect.Struct {
			return
		}
		known := memberTypes(t)
		for _, name := range sortedNames(v) {
			pointer := jsonpointer.Member(at, name)
			if known[name] == nil { // this warning is also for all members inside the unknown one
				if len(*warnings) < maxFaults {
					*warnings = append(*warnings, transcript.Fault{Pointer: pointer, Message: "is not a member of a transcript and was not stored"})
				}
				continue
			}
			findUnknown(v[name], known[name], pointer, warnings)
		}
	}
}

// memberTypes returns a map from the JSON name of each field of a struct to the field's
// type.
func memberTypes(t reflect.Type) map[string]reflect.Type {
	types := make(map[string]reflect.Type, t.NumField())
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name != "" {
			types[name] = t.Field(i).Type
		}
	}
	return types
}

func sortedNames(members map[string]any) []string { return slices.Sorted(maps.Keys(members)) }
