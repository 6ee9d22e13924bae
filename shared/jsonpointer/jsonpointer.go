// Package jsonpointer writes and reads JSON Pointers (RFC 6901). "/turns/3/text" points
// to the member text of the fourth element of the member turns, and "" points to the
// whole document. In the name of a member, "~" is written as "~0" and "/" as "~1".
package jsonpointer

import (
	"strconv"
	"strings"
)

// Member returns the JSON Pointer to the member name of the object at pointer.
func Member(pointer, name string) string {
	name = strings.ReplaceAll(name, "~", "~0")
	return pointer + "/" + strings.ReplaceAll(name, "/", "~1")
}

// Element returns the JSON Pointer to the element at position i, counting from 0, of
// the array at pointer.
func Element(pointer string, i int) string { return pointer + "/" + strconv.Itoa(i) }

// Next splits pointer into its first token and the pointer that remains after the
// token. The token is the name of a member or the position of an element. Next returns
// false if pointer is empty or does not begin with "/".
func Next(pointer string) (token, rest string, ok bool) {
	if pointer == "" || pointer[0] != '/' {
		return "", "", false
	}
	token, rest = pointer[1:], ""
	if i := strings.IndexByte(token, '/'); i >= 0 {
		token, rest = token[:i], token[i:]
	}
	// "~1" is replaced first, so that "~01" becomes "~1" (RFC 6901, section 4).
	token = strings.ReplaceAll(token, "~1", "/")
	return strings.ReplaceAll(token, "~0", "~"), rest, true
}

// Index returns the position that a token means in an array of n elements. It returns
// false if the token is no such position, as "01", "+1" and "-" (RFC 6901, section 4).
func Index(token string, n int) (int, bool) {
	i, err := strconv.Atoi(token)
	return i, err == nil && 0 <= i && i < n && strconv.Itoa(i) == token
}
