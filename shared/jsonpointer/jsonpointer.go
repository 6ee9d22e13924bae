// Package jsonpointer writes and reads JSON Pointers (RFC 6901). For example,
// "/turns/3/text" points to the member "text" of the fourth element of the array
// "turns". "" points to the whole document. In the name of a member, "~" is written as
// "~0" and "/" as "~1".
package jsonpointer

import (
	"strconv"
	"strings"
)

// Member returns the JSON Pointer to a member of an object. pointer points to the
// object, and name is the member's name.
func Member(pointer, name string) string {
	name = strings.ReplaceAll(name, "~", "~0")
	return pointer + "/" + strings.ReplaceAll(name, "/", "~1")
}

// Element returns the JSON Pointer to an element of an array. pointer points to the
// array, and i is the element's position, counting from 0.
func Element(pointer string, i int) string { return pointer + "/" + strconv.Itoa(i) }

// Next returns the first token of pointer, and the pointer that remains after this
// token. A token is the name of a member or the position of an element. Next returns
// false if pointer is empty or does not begin with "/".
func Next(pointer string) (token, rest string, ok bool) {
	if pointer == "" || pointer[0] != '/' {
		return "", "", false
	}
	token, rest = pointer[1:], ""
	if i := strings.IndexByte(token, '/'); i >= 0 {
		token, rest = token[:i], token[i:]
	}
	// "~1" is replaced before "~0", so that "~01" becomes "~1" and not "/" (RFC 6901,
	// section 4).
	token = strings.ReplaceAll(token, "~1", "/")
	return strings.ReplaceAll(token, "~0", "~"), rest, true
}

// Index returns the position of the array element that token means. The array has n
// elements. Index returns false if the array has no such element, or if token is not in
// the standard form: "01", "+1" and "-" are not (RFC 6901, section 4).
func Index(token string, n int) (int, bool) {
	i, err := strconv.Atoi(token)
	return i, err == nil && 0 <= i && i < n && strconv.Itoa(i) == token
}
