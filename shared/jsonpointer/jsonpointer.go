// Package jsonpointer writes and reads JSON Pointers (RFC 6901): "/turns/3/text" is
// the member text of the fourth element of the member turns, and "" is the whole
// document. In the name of a member, "~" is written as "~0" and "/" as "~1".
package jsonpointer

import (
	"strconv"
	"strings"
)

// Member returns the pointer to the member name of the object at pointer.
func Member(pointer, name string) string {
	name = strings.ReplaceAll(name, "~", "~0")
	return pointer + "/" + strings.ReplaceAll(name, "/", "~1")
}

// Element returns the pointer to the element at position i, counting from 0, of
// the array at pointer.
func Element(pointer string, i int) string { return pointer + "/" + strconv.Itoa(i) }

// Next returns the first token of pointer, which is the name of a member or the
// position of an element, and the pointer from there on. It returns false if
// pointer is empty or does not begin with "/".
func Next(pointer string) (token, rest string, ok bool) {
	if pointer == "" || pointer[0] != '/' {
		return "", "", false
	}
	token, rest = pointer[1:], ""
	if i := strings.IndexByte(token, '/'); i >= 0 {
		token, rest = token[:i], token[i:]
	}
	// In this order, so that "~01" becomes "~1" (RFC 6901, section 4).
	token = strings.ReplaceAll(token, "~1", "/")
	return strings.ReplaceAll(token, "~0", "~"), rest, true
}

// Index returns the position that a token names, and false for a token that names
// none in an array of n elements: "01", "+1" and "-" name none (RFC 6901, section 4).
func Index(token string, n int) (int, bool) {
	i, err := strconv.Atoi(token)
	return i, err == nil && 0 <= i && i < n && strconv.Itoa(i) == token
}
