package reply

import "strings"

// Sandboxed is the Content-Security-Policy of HTML that is meant to be put into another
// page. If a reader opens its address in a browser, the HTML may show its text and style,
// which may be in a data: URL. The HTML may not run scripts, and has no access to the
// origin of this server.
const Sandboxed = "default-src 'none'; style-src data: 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'; sandbox"

// AllowMedia extends a Content-Security-Policy, so that the page may play the recording
// at an address. If the address is "", AllowMedia returns the policy unchanged. The new
// policy allows all hosts with the address's scheme (https or http), because podcast
// addresses redirect through other hosts, which count downloads. A browser checks the
// policy at each redirect.
func AllowMedia(policy, address string) string {
	switch scheme, _, _ := strings.Cut(address, "://"); scheme {
	case "https", "http":
		return policy + "; media-src " + scheme + ":"
	}
	return policy
}
