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

// pointerAt returns the JSON Pointer (RFC 6901) of the value at a byte of
// body, and how deep it is.
func pointerAt(body []byte, offset int) (pointer string, depth int) {
	type level struct {
		object bool
		name   string // of the member that is being read
		index  int    // of the element that is being read
		value  bool   // a member's value comes next
	}
	var levels []level
	d := json.NewDecoder(bytes.NewReader(body))
	for d.InputOffset() <= int64(offset) && len(levels) <= maxDepth {
		token, err := d.Token()
		if err != nil || d.InputOffset() > int64(offset) && token != json.Delim('}') && token != json.Delim(']') {
			break
		}
		top := len(levels) - 1
		switch {
		case token == json.Delim('{') || token == json.Delim('['):
			levels = append(levels, level{object: token == json.Delim('{')})
			continue
		case token == json.Delim('}') || token == json.Delim(']'):
			levels = levels[:top]
			top--
		case levels == nil:
			return "", 0
		case levels[top].object && !levels[top].value:
			levels[top].name, _ = token.(string)
			levels[top].value = true
			continue
		}
		if top >= 0 {
			levels[top].index++
			levels[top].value = false
		}
	}
	for _, l := range levels {
		if l.object {
			pointer = jsonpointer.Member(pointer, l.name)
		} else {
			pointer = jsonpointer.Element(pointer, l.index)
		}
	}
	return pointer, len(levels)
}

// unknownMembers lists the members that a transcript does not have; they are
// not stored. It expects JSON that can be read as one.
func unknownMembers(body []byte) []transcript.Fault {
	warnings := []transcript.Fault{}
	var value any
	if json.Unmarshal(body, &value) == nil {
		findUnknown(value, reflect.TypeFor[transcript.Transcript](), "", &warnings)
	}
	return warnings
}

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
			if known[name] == nil {
				if len(*warnings) < maxFaults {
					*warnings = append(*warnings, transcript.Fault{Pointer: pointer, Message: "is not a member of a transcript, and was left out"})
				}
				continue
			}
			findUnknown(v[name], known[name], pointer, warnings)
		}
	}
}

// memberTypes returns the types of a struct's members by their names in JSON.
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
