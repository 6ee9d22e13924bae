package reply

import (
	"strconv"
	"strings"
)

// Accepted is a parsed Accept header field (RFC 9110, section 12.5.1): the media types
// that a client wants.
type Accepted []mediaRange

// mediaRange is one element of an Accept header field, such as "text/*;q=0.5".
type mediaRange struct {
	name    string // lower case
	quality int    // in thousandths
}

// ParseAccept parses the lines of an Accept header field. It ignores malformed
// elements. If there is no valid element, or no field at all, the result accepts every
// media type.
func ParseAccept(lines []string) Accepted {
	var list Accepted
	for element := range strings.SplitSeq(strings.Join(lines, ","), ",") {
		if r, ok := parseRange(element); ok {
			list = append(list, r)
		}
	}
	return list
}

// parseRange parses one element of an Accept header field, such as "text/*;q=0.5". It
// returns false if the element is malformed, or if it has a parameter such as level=1.
// Such a parameter asks for a variant of a format, and this server has no variants. The
// parameters q and charset=utf-8 are allowed.
func parseRange(element string) (mediaRange, bool) {
	name, parameters, _ := strings.Cut(element, ";")
	r := mediaRange{name: strings.ToLower(strings.TrimSpace(name)), quality: 1000}
	kind, subtype, ok := strings.Cut(r.name, "/")
	if !ok || kind == "" || subtype == "" || kind == "*" && subtype != "*" {
		return mediaRange{}, false
	}
	for parameter := range strings.SplitSeq(parameters, ";") {
		key, value, _ := strings.Cut(parameter, "=") // "q=0.5", `charset="UTF-8"`, or "" if there is none
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "q":
			if r.quality, ok = parseQuality(strings.TrimSpace(value)); !ok {
				return mediaRange{}, false
			}
		case "charset":
			if !strings.EqualFold(strings.Trim(strings.TrimSpace(value), `"`), "utf-8") {
				return mediaRange{}, false
			}
		case "":
		default:
			return mediaRange{}, false
		}
	}
	return r, true
}

// parseQuality parses a quality value such as "0.25" (RFC 9110, section 12.4.2). It may
// be from 0 to 1 with at most three decimals. The result is in thousandths, here 250.
func parseQuality(s string) (int, bool) {
	whole, decimals, _ := strings.Cut(s, ".")
	if whole != "0" && whole != "1" || len(decimals) > 3 {
		return 0, false
	}
	n, err := strconv.ParseUint(whole+decimals+"000"[len(decimals):], 10, 16)
	return int(n), err == nil && n <= 1000
}

// Quality returns how much the client prefers a media type: from 0 (not acceptable) to
// 1000. If several elements of the Accept field match the media type, the most specific
// element decides. For example, "text/html" is more specific than "text/*".
func (list Accepted) Quality(mediaType string) int {
	if len(list) == 0 {
		return 1000
	}
	kind, _, _ := strings.Cut(mediaType, "/")
	quality, rank := 0, 0
	for _, r := range list {
		specific := 0
		switch r.name {
		case mediaType:
			specific = 3
		case kind + "/*":
			specific = 2
		case "*/*":
			specific = 1
		}
		if specific > rank {
			quality, rank = r.quality, specific
		}
	}
	return quality
}
