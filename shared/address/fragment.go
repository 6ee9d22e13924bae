package address

import (
	"strings"
	"unicode/utf8"
)

// split splits a fragment at the "?" after the route of a hash router:
// "/story/12?q=ab12&x=1" becomes "/story/12" and "q=ab12&x=1". If the fragment has no
// route, the result rest is the whole fragment. Earlier versions of this package wrote
// "&" instead of "?", as in "/story/12&q=ab12". So if there is a route but no "?", the
// result rest begins at the first name that this package writes, such as "q".
func split(fragment string) (route, rest string) {
	route, rest, found := strings.Cut(fragment, "?")
	if !isRoute(route) {
		return "", fragment
	}
	if found {
		return route, rest
	}
	at := 0
	for part := range strings.SplitSeq(route, "&") {
		if name, _, named := strings.Cut(part, "="); at > 0 && named && isOurs(name) {
			return route[:at-1], route[at:]
		}
		at += len(part) + len("&")
	}
	return route, ""
}

// isRoute reports whether a fragment begins with the route of a hash router, as in
// "/story/12", "!/story/12" or "story/12". It returns false for "comments", which is a
// place in the page, and for "a=1/2", which is a name with a value.
func isRoute(s string) bool {
	slash := strings.IndexByte(s, '/')
	return slash >= 0 && (slash <= 1 || !strings.ContainsAny(s[:slash], "=&"))
}

// join reverses split. It writes "?" between the route and the rest, because a hash
// router reads values only after a "?".
func join(route, rest string) string {
	if route == "" || rest == "" {
		return route + rest
	}
	return route + "?" + rest
}

// Get returns the value of a name in a fragment: "1" for "a" in "a=1&b=2". It returns
// false if the name is missing, or if its value is not valid UTF-8.
func Get(fragment, name string) (value string, ok bool) {
	_, rest := split(fragment)
	for part := range strings.SplitSeq(rest, "&") {
		if key, v, found := strings.Cut(part, "="); found && key == name {
			return unescape(v)
		}
	}
	return "", false
}

// Set returns the fragment with a value under a name, as in "a=1". If the fragment
// already has a value under that name, the new value replaces it. Otherwise Set adds
// the name and the value at the end.
func Set(fragment, name, value string) string {
	set := name + "=" + escape(value)
	if _, ok := Get(fragment, name); !ok {
		route, rest := split(Drop(fragment, name))
		if rest != "" {
			set = rest + "&" + set
		}
		return join(route, set)
	}
	return rewriteRest(fragment, func(key, part string) string {
		if key == name {
			return set
		}
		return part
	})
}

// Drop returns the fragment without the given name and its value.
func Drop(fragment, name string) string {
	return rewriteRest(fragment, func(key, part string) string {
		if key == name {
			return ""
		}
		return part
	})
}

// Theirs returns the parts of a fragment that belong to the page itself, and not to a
// transcript element of the page.
func Theirs(fragment string) string {
	return rewriteRest(fragment, func(key, part string) string {
		if isOurs(key) {
			return ""
		}
		return part
	})
}

// LinkTo returns the fragment for a link that a reader copies to share. The argument
// anchor identifies a turn, or words of a turn.
//
// LinkTo removes the reader's choices. It also removes a place in the page, such as
// "comments", because the link leads to the anchor instead. It keeps the parts that the
// page itself needs: routes such as "/story/12" and values such as "x=1".
func LinkTo(fragment, anchor string) string {
	theirs := rewriteRest(fragment, func(name, part string) string {
		if isOurs(name) || name == "" && strings.IndexByte(part, '/') < 0 {
			return ""
		}
		return part
	})
	return Set(theirs, LinkName, anchor)
}

// isOurs reports whether name is one of the names that a transcript element of a page
// writes, such as "topic" or "topic2".
func isOurs(name string) bool {
	switch strings.TrimRight(name, "0123456789") {
	case speakersName, topicName, findName, onlyName:
		return true
	}
	return name == LinkName
}

// rewriteRest does the same as rewrite, but leaves a route at the beginning of the
// fragment unchanged.
func rewriteRest(fragment string, change func(name, part string) string) string {
	route, rest := split(fragment)
	return join(route, rewrite(rest, change))
}

// rewrite replaces each part of a fragment, such as "a=1" in "a=1&b=2", by the result
// of the function change. If the result is "", rewrite removes the part. The arguments
// of change are the part and its name, which is "" if the part has no "=".
func rewrite(fragment string, change func(name, part string) string) string {
	var kept []string
	for part := range strings.SplitSeq(fragment, "&") {
		name, _, found := strings.Cut(part, "=")
		if !found {
			name = ""
		}
		if part = change(name, part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

// escape percent-encodes s, so that it can be a value in a fragment (RFC 3986, section
// 2.1). It does not encode characters outside ASCII, because browsers show them as they
// are.
func escape(s string) string {
	const digits = "0123456789ABCDEF"
	var out []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 || isAlphanumeric(c) || strings.IndexByte("-._~:,*", c) >= 0 {
			out = append(out, c)
		} else {
			out = append(out, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(out)
}

// unescape reverses escape. It also decodes characters that escape does not encode,
// because mail programs encode more characters than necessary. It returns false if the
// result is not valid UTF-8.
func unescape(s string) (string, bool) {
	var out []byte
	for i := 0; i < len(s); i++ {
		if c, ok := hexByte(s[i:]); ok {
			out = append(out, c)
			i += 2
		} else {
			out = append(out, s[i])
		}
	}
	return string(out), utf8.Valid(out)
}

// hexByte reads a percent-encoded byte at the beginning of s. It returns '/' for
// "%2F". If s does not begin with "%" and two hexadecimal digits, ok is false.
func hexByte(s string) (c byte, ok bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	high, okHigh := hexDigit(s[1])
	low, okLow := hexDigit(s[2])
	return high<<4 | low, okHigh && okLow
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
