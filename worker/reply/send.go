package reply

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"net/http"
	"strconv"
	"strings"
)

// tagBytes is the number of bytes of the hash in an entity tag. It has 96 bits, so two
// different bodies do not get the same tag by accident.
const tagBytes = 12

// Tag returns the entity tag of a body, including its quotation marks. It is a strong
// tag (RFC 9110, section 8.8.3): two bodies have the same tag only if all their bytes
// are equal.
func Tag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:tagBytes]) + `"`
}

// send writes an answer. If the client already has the same body, send writes the
// status 304 and no body.
func send(w http.ResponseWriter, r *http.Request, a *Answer) {
	header := w.Header()
	maps.Copy(header, a.Header)
	status := a.Status
	if status == http.StatusOK && matches(r, header.Get("ETag")) {
		status = http.StatusNotModified
		header.Del("Content-Type")
	}
	if status == http.StatusNotModified || status == http.StatusNoContent {
		w.WriteHeader(status)
		return
	}
	header.Set("Content-Length", strconv.Itoa(len(a.Body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		// If Write fails, the client has closed the connection, so the error is
		// ignored.
		_, _ = w.Write(a.Body)
	}
}

// matches reports whether the If-None-Match field names the entity tag. It uses the
// weak comparison, which ignores the prefix W/ (RFC 9110, sections 8.8.3.2 and 13.1.2).
func matches(r *http.Request, tag string) bool {
	return tag != "" && Names(r.Header.Values("If-None-Match"), tag, false)
}

// Names reports whether an If-Match or If-None-Match field contains the entity tag or is
// "*". The argument lines has the lines of the field. If strong is true, a weak tag (with
// the prefix W/) never matches (RFC 9110, section 8.8.3.2).
func Names(lines []string, tag string, strong bool) bool {
	// The elements of a field may be in several lines. If the request came through the
	// Go package syumai/workers, each element is in its own line.
	list := strings.Join(lines, ",")
	if strings.TrimSpace(list) == "*" {
		return true
	}
	for {
		list = strings.TrimLeft(list, " \t,")
		weak := strings.HasPrefix(list, "W/")
		candidate, rest, ok := cutTag(list)
		if !ok {
			return false
		}
		if candidate == tag && !(strong && weak) {
			return true
		}
		list = rest
	}
}

// cutTag removes the first entity tag from a list such as `W/"a,b", "c"`. It returns
// the tag without the prefix W/, and the rest of the list. Between its quotation marks
// a tag may contain commas.
func cutTag(list string) (tag, rest string, ok bool) {
	list = strings.TrimPrefix(list, "W/")
	if !strings.HasPrefix(list, `"`) {
		return "", "", false
	}
	end := strings.IndexByte(list[1:], '"')
	if end < 0 {
		return "", "", false
	}
	return list[:end+2], list[end+2:], true
}
