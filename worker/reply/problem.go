package reply

import "encoding/json"

// Problem returns the answer for an error, in the JSON format of problem details (RFC
// 9457). The member type is a name such as "urn:quoteline:problem:not-found", and not
// the address of a page.
func Problem(e *Error) *Answer {
	// Marshal cannot fail: the struct has only strings and a number.
	body, _ := json.Marshal(struct {
		Type      string `json:"type"`
		Title     string `json:"title"`
		Status    int    `json:"status"`
		Detail    string `json:"detail"`
		Parameter string `json:"parameter,omitempty"`
	}{"urn:quoteline:problem:" + e.Code.String(), e.Code.Title(), e.Code.Status(), e.Detail, e.Parameter})
	// The JSON of e.Members is an object, because e.Members is a struct or map of plain
	// values. The members of this object are added at the end of the body: {"type":…}
	// and {"line":3} become {"type":…,"line":3}.
	if members, _ := json.Marshal(e.Members); len(members) > len("null") {
		body = append(append(body[:len(body)-1], ','), members[1:]...)
	}
	return New(e.Code.Status(), "application/problem+json", body)
}
