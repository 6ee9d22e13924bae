package reply

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"net/http"
	"strconv"
	"strings"
)

// tagBytes is the length of the hash in an entity tag, in bytes. With 96 bits, two
// different bodies never have the same tag by accident.
const tagBytes = 12

// Tag returns the strong entity tag of a body, including its quotation marks (RFC 9110,
// section 8.8.3). Equal bodies have equal tags.
func Tag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:tagBytes]) + `"`
}

// send writes the answer a. If the client already has the same body, it writes 304
// instead.
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

// matches reports whether If-None-Match names tag, by weak comparison
// (RFC 9110, sections 8.8.3.2 and 13.1.2).
func matches(r *http.Request, tag string) bool {
	return tag != "" && Names(r.Header.Values("If-None-Match"), tag, false)
}

// Names reports whether an If-Match or If-None-Match field names the entity tag or is
// "*". lines are the lines of the field. If strong is set, weak tags never match (RFC
// 9110, section 8.8.3.2).
func Names(lines []string, tag string, strong bool) bool {
	// A field may come in several lines. On the path with I/O, syumai/workers makes a
	// line of each element.
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

// cutTag cuts off the entity tag at the start of list, as in `W/"a,b", "c"`, and
// returns it without W/. A tag may contain commas between its quotation marks.
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
