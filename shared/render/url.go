package render

import "quoteline/shared/transcript"

// AppendFrameURL appends the address of the embed page, which articles show in a frame.
// The options in e become parameters of the address. The address is escaped for an
// attribute.
func AppendFrameURL(dst []byte, t *transcript.Transcript, o Options, e *Embed) []byte {
	dst = appendEscaped(dst, o.Base)
	dst = append(dst, "/embed/"...)
	dst = appendEscaped(dst, t.ID)
	separator := "?"
	for _, choice := range e.choices() {
		if choice.value == "" {
			continue
		}
		dst = append(dst, separator...)
		dst = append(dst, choice.name...)
		dst = append(dst, '=')
		dst = appendComponent(dst, choice.value)
		separator = "&amp;"
	}
	return dst
}

// appendComponent appends s as a value in the query of a URL. All characters except for
// the unreserved ones are percent-encoded (RFC 3986, section 2.3).
func appendComponent(dst []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~':
			dst = append(dst, c)
		default:
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
	}
	return dst
}
