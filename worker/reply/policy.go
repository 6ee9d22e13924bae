package reply

import "strings"

// AllowMedia returns a Content-Security-Policy that also allows the recording at an
// address to play. If the address is empty, the policy is unchanged. The new policy
// allows all hosts with the scheme of the address: podcast addresses redirect through
// hosts that count downloads, and a browser checks the policy at each redirect.
func AllowMedia(policy, address string) string {
	switch scheme, _, _ := strings.Cut(address, "://"); scheme {
	case "https", "http":
		return policy + "; media-src " + scheme + ":"
	}
	return policy
}
