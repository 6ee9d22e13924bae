package reply

import "strings"

// AllowMedia returns a Content-Security-Policy that also lets the recording at an
// address play, "" for none. It allows the scheme and not the host: addresses of
// recordings lead through others that count, and a policy is asked at every turn.
func AllowMedia(policy, address string) string {
	switch scheme, _, _ := strings.Cut(address, "://"); scheme {
	case "https", "http":
		return policy + "; media-src " + scheme + ":"
	}
	return policy
}
