package api

import (
	"encoding/json"

	"quoteline/worker/reply"
)

// problem writes an error as RFC 9457 asks. Its type is a name for programs
// and not an address.
func problem(e *reply.Error) *reply.Answer {
	// Strings and a number always encode.
	body, _ := json.Marshal(struct {
		Type      string `json:"type"`
		Title     string `json:"title"`
		Status    int    `json:"status"`
		Detail    string `json:"detail"`
		Parameter string `json:"parameter,omitempty"`
	}{"urn:quoteline:problem:" + e.Code.String(), e.Code.Title(), e.Code.Status(), e.Detail, e.Parameter})
	return reply.New(e.Code.Status(), "application/problem+json", body)
}
