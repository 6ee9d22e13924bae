package api

import (
	"net/http"
	"strings"
)

// purgeField is a header field that the answer to a write has. Its value lists paths,
// delimited by spaces. The write has changed the answers at these paths, so copies of
// these answers are outdated. worker/shim drops the copies from the edge cache, and
// removes the field.
const purgeField = "Quoteline-Purge"

// Purge returns the paths of the API whose answers depend on the transcript with this id.
// Addresses with a query are not listed, because clients may use any query.
func Purge(id string) []string {
	const all = "/v1/transcripts"
	one := all + "/" + id
	paths := []string{all, one, one + "/turns", one + "/versions"}
	for _, f := range formats(nil) {
		paths = append(paths, one+"."+f.suffix)
	}
	return paths
}

// purge adds the header field purgeField to the answer to a write. The field lists the
// paths whose answers depend on the transcript with this id.
func (a *api) purge(header http.Header, id string) {
	if a.Config.Purge != nil {
		header.Set(purgeField, strings.Join(a.Config.Purge(id), " "))
	}
}
