package api

import (
	"net/http"
	"strings"
)

// purgeField is the header field in which an answer lists paths, with spaces between
// them. Their cached answers are outdated by a write. worker/shim drops these answers
// from the edge cache, and removes the field.
const purgeField = "Quoteline-Purge"

// Purge returns the paths of the API whose answers depend on the transcript id. It has
// no addresses with a query, because any query may have been asked.
func Purge(id string) []string {
	const all = "/v1/transcripts"
	one := all + "/" + id
	paths := []string{all, one, one + "/turns", one + "/versions"}
	for _, f := range formats(nil) {
		paths = append(paths, one+"."+f.suffix)
	}
	return paths
}

// purge adds the field with the paths whose answers are outdated by a write to the
// transcript id.
func (a *api) purge(header http.Header, id string) {
	if a.Config.Purge != nil {
		header.Set(purgeField, strings.Join(a.Config.Purge(id), " "))
	}
}
