package reply

import "strings"

// AllowMedia returns a Content-Security-Policy that also allows the page to play the
// recording at an address. If the address is "", it returns the policy unchanged. The
// new policy allows all hosts with the address's scheme (https or http). It must,
// because podcast addresses redirect through other hosts, which count downloads, and a
// browser checks the policy at each redirect.
func AllowMedia(policy, address string) string {
	switch scheme, _, _ := strings.Cut(address, "://"); scheme {
	case "https", "http":
		return policy + "; media-src " + scheme + ":"
	}
	return policy
}
