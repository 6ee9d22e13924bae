package shim

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
)

var errMalformed = errors.New("shim: malformed request")

// parseRequest decodes a request that request.mjs has encoded. The first line is
// "METHOD URL", with an absolute URL. Then comes a line "name: value" for each header
// field, and then an empty line. URLs and header fields contain no line feeds, because
// the Workers runtime allows none. The bytes after the empty line are returned as rest:
// they are the results of database queries.
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
