package reply

import "strings"

// AllowMedia returns a Content-Security-Policy that also lets the recording at an
// address play. An empty address changes nothing. The policy allows the scheme and
// not the host, because podcast addresses redirect through hosts that count
// downloads, and a browser checks the policy at each redirect.
func AllowMedia(policy, address string) string {
	switch scheme, _, _ := strings.Cut(address, "://"); scheme {
	case "https", "http":
		return policy + "; media-src " + scheme + ":"
	}
	return policy
}
