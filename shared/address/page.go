package address

import "strings"

// Page returns the address of a page, for a link that a reader passes on. The argument
// page is the address that the browser shows, without its fragment. The argument
// canonical is the address in the page's <link rel="canonical"> (RFC 6596), or "" if
// the page has no such element.
//
// The result is the canonical address if it has the same origin as the page. But on
// some sites, the canonical address of every page is the front page. In this case, and
// if there is no canonical address, the result is the shown address without the values
// that only track the reader: "/story?id=1&utm_source=x" becomes "/story?id=1".
func Page(page, canonical string) string {
	canonical, _, _ = strings.Cut(canonical, "#")
	origin, path := splitOrigin(page)
	if named, at := splitOrigin(canonical); canonical != "" && named == origin && (at != "/" || path == "/") {
		return canonical
	}
	path, query, found := strings.Cut(page, "?")
	if !found {
		return page
	}
	query = rewrite(query, func(_, part string) string {
		if name, _, _ := strings.Cut(part, "="); isTracking(name) {
			return ""
		}
		return part
	})
	if query == "" {
		return path
	}
	return path + "?" + query
}

// splitOrigin splits an absolute address: "https://news.example/a?b" into
// "https://news.example" and "/a". The query is in neither.
func splitOrigin(page string) (origin, path string) {
	scheme, rest, _ := strings.Cut(page, "://")
	rest, _, _ = strings.Cut(rest, "?")
	host, path, _ := strings.Cut(rest, "/")
	return scheme + "://" + host, "/" + path
}

// isTracking reports whether a name in the query of an address is used to track readers,
// or to give one reader access to an article.
func isTracking(name string) bool {
	switch name {
	case "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igsh", "igshid",
		"mc_cid", "mc_eid", "gift", "unlocked_article_code":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}
