package api

import "strings"

// changedField names the paths whose copies a write has made old, with spaces
// between them. The edge drops the copies, and the field: see worker/shim.
const changedField = "Quoteline-Changed"

// changedPaths lists the addresses without a query whose answers depend on one
// transcript.
func (a *api) changedPaths(id string) string {
	const all = "/v1/transcripts"
	one := all + "/" + id
	paths := []string{all, one, one + "/turns", one + "/versions", "/t/" + id, "/embed/" + id, "/sitemap.xml"}
	for i := range a.formats {
		paths = append(paths, one+"."+a.formats[i].suffix)
	}
	return strings.Join(paths, " ")
}
