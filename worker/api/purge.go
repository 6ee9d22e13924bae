package api

import (
	"net/http"
	"strings"
)

// purgeField lists, with spaces between them, the paths that a write has made
// old. worker/shim drops their copies from the edge cache, and drops the field.
const purgeField = "Quoteline-Purge"

// Purge returns the paths of the API whose answers depend on the transcript id.
// Addresses with a query are not in it: nothing lists the queries.
func Purge(id string) []string {
	const all = "/v1/transcripts"
	one := all + "/" + id
	paths := []string{all, one, one + "/turns", one + "/versions"}
	for _, f := range formats(nil) {
		paths = append(paths, one+"."+f.suffix)
	}
	return paths
}

// purge adds the paths that a write to the transcript id has made old.
func (a *api) purge(header http.Header, id string) {
	if a.Config.Purge != nil {
		header.Set(purgeField, strings.Join(a.Config.Purge(id), " "))
	}
}
