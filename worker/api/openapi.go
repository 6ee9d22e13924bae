package api

import (
	_ "embed"
	"net/http"

	"quoteline/worker/reply"
)

// description is the OpenAPI 3.1 document. It describes every address of the Worker,
// including the pages for readers. Tests compare it with the route tables and with real
// answers.
//
//go:embed openapi.json
var description []byte

func describe(*http.Request) (*reply.Answer, error) {
	return reply.Cached("application/json", description), nil
}
