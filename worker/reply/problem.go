package reply

import "encoding/json"

// Problem writes an error as RFC 9457 asks. Its type is a name for programs
// and not an address.
func Problem(e *Error) *Answer {
	// Strings and a number always encode.
	body, _ := json.Marshal(struct {
		Type      string `json:"type"`
		Title     string `json:"title"`
		Status    int    `json:"status"`
		Detail    string `json:"detail"`
		Parameter string `json:"parameter,omitempty"`
	}{"urn:quoteline:problem:" + e.Code.String(), e.Code.Title(), e.Code.Status(), e.Detail, e.Parameter})
	// Structs and maps of plain values always encode; both are objects.
	if members, _ := json.Marshal(e.Members); len(members) > len("null") {
		body = append(append(body[:len(body)-1], ','), members[1:]...)
	}
	return New(e.Code.Status(), "application/problem+json", body)
}
