package shim

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
)

var errMalformed = errors.New("shim: malformed request")

// parseRequest reads a request as request.mjs writes it: a line "METHOD URL" with an
// absolute URL, a line "name: value" for each header field, and an empty line. The
// runtime allows no line feed in URLs and fields. The bytes after the empty line are
// returned as rest.
func parseRequest(text []byte) (r *http.Request, rest []byte, err error) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	method, address, ok := bytes.Cut(line, []byte(" "))
	if !ok {
		return nil, nil, errMalformed
	}
	u, err := url.Parse(string(address))
	if err != nil {
		return nil, nil, err
	}
	r = &http.Request{Method: string(method), URL: u, Header: http.Header{}, Host: u.Host, Body: http.NoBody}
	for {
		line, rest, ok = bytes.Cut(rest, []byte("\n"))
		if ok && len(line) == 0 {
			return r, rest, nil
		}
		name, value, named := bytes.Cut(line, []byte(": "))
		if !ok || !named {
			return nil, nil, errMalformed
		}
		r.Header.Add(string(name), string(value))
	}
}
