package transcript

import (
	"strings"
	"unicode/utf8"
)

// isSlug reports whether v can be a part of an address, such as "an-interview". v must
// consist of groups of lower-case letters and digits, with single hyphens between the
// groups. It must have at most MaxSlug bytes.
func isSlug(v string) bool {
	if len(v) > MaxSlug {
		return false
	}
	for group := range strings.SplitSeq(v, "-") {
		if group == "" || !every(group, isSlugByte) {
			return false
		}
	}
	return true
}

// IsLang reports whether v has the form of a language tag, such as "sr-Latn": subtags
// with hyphens between them (RFC 5646, section 2.1). A subtag has one to eight letters
// and digits. The first subtag has only letters. IsLang does not check whether the
// subtags are registered.
func IsLang(v string) bool {
	first, _, _ := strings.Cut(v, "-")
	if !every(first, isLetter) || len(first) == 1 && first[0]|0x20 != 'x' && first[0]|0x20 != 'i' {
		return false
	}
	length := 0
	for subtag := range strings.SplitSeq(v, "-") {
		length = len(subtag)
		if length == 0 || length > 8 || !every(subtag, isAlphanumeric) {
			return false
		}
	}
	return length > 1 // a single letter introduces another subtag
}

// isMediaType reports whether v has the form of a media type, such as "audio/mpeg" (RFC
// 6838, section 4.2). The parameters after ";" may be any printable ASCII characters.
func isMediaType(v string) bool {
	name, parameters, _ := strings.Cut(v, ";")
	kind, subtype, _ := strings.Cut(strings.TrimRight(name, " "), "/")
	return isRestrictedName(kind) && isRestrictedName(subtype) && every(parameters, isPrintable)
}

func isRestrictedName(v string) bool {
	return v != "" && len(v) <= 127 && isAlphanumeric(v[0]) &&
		every(v, func(c byte) bool { return isAlphanumeric(c) || strings.IndexByte("!#$&-^_.+", c) >= 0 })
}

// isWebURL reports whether v is an absolute http or https URL with a host. It rejects a
// user name before the host, because the name can make the URL look like that of
// another site. It accepts characters outside ASCII, as browsers do.
func isWebURL(v string) bool {
	scheme, rest, _ := strings.Cut(v, "://")
	if !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") {
		return false
	}
	if _, control := firstControl(v); control >= 0 || !utf8.ValidString(v) || strings.ContainsAny(v, " \n\"<>\\^`{|}") {
		return false
	}
	authority := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority = rest[:i]
	}
	host, port := authority, ""
	if i := strings.LastIndexByte(authority, ':'); i > strings.LastIndexByte(authority, ']') {
		host, port = authority[:i], authority[i+1:]
	}
	return isHost(host) && len(port) <= 5 && every(port, isDigit)
}

// isHost reports whether v has the form of a host name or of an IP address. An IPv6
// address must be in square brackets.
func isHost(v string) bool {
	if inner, ok := strings.CutPrefix(v, "["); ok {
		inner, ok = strings.CutSuffix(inner, "]")
		return ok && strings.Contains(inner, ":") && every(inner, func(c byte) bool { return isHex(c) || c == ':' || c == '.' })
	}
	return v != "" && v[0] != '.' && every(v, func(c byte) bool {
		return isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c >= utf8.RuneSelf
	})
}

// every reports whether all bytes of v pass the test. It returns true if v is empty.
func every(v string, test func(byte) bool) bool {
	for i := 0; i < len(v); i++ {
		if !test(v[i]) {
			return false
		}
	}
	return true
}

func isSlugByte(c byte) bool     { return 'a' <= c && c <= 'z' || isDigit(c) }
func isLetter(c byte) bool       { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlphanumeric(c byte) bool { return isLetter(c) || isDigit(c) }
func isPrintable(c byte) bool    { return ' ' <= c && c <= '~' }
