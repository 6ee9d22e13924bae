package reply

import (
	"net/http"
	"net/url"
)

// Query returns the query parameters of the request. If the query is malformed, as in
// "a=%zz", it returns an [*Error] with the code [BadParameter].
func Query(r *http.Request) (url.Values, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, Bad("", "The query is not well-formed.")
	}
	return values, nil
}

// Bad returns the error for a query parameter with a wrong value. The first argument is
// the name of the query parameter, or "" if the whole query is malformed.
func Bad(parameter, detail string) error {
	return &Error{Code: BadParameter, Parameter: parameter, Detail: detail}
}
