package api

import (
	"bytes"
	"encoding/json"

	"quoteline/shared/jsonpointer"
)

// pointerAt returns the JSON Pointer (RFC 6901) of the value at a byte offset of body.
// It also returns how deep the value is nested: for "/turns/3/text" it is 3.
func pointerAt(body []byte, offset int) (pointer string, depth int) {
	levels := levelsAt(body, int64(offset))
	return pointerOf(levels), len(levels)
}

// pointerOf returns the JSON Pointer (RFC 6901) of a value in JSON. levels has the arrays
// and objects around the value, the outermost first.
func pointerOf(levels []level) (pointer string) {
	for _, l := range levels {
		if l.object {
			pointer = jsonpointer.Member(pointer, l.name)
		} else {
			pointer = jsonpointer.Element(pointer, l.index)
		}
	}
	return pointer
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
