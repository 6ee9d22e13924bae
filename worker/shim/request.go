package shim

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
)

var errMalformed = errors.New("shim: malformed request")

// parseRequest reads what worker.mjs writes: a line "METHOD URL", the URL
// absolute, then a line "name: value" for each header field. The runtime lets
// neither URLs nor fields hold a line feed.
func parseRequest(text []byte) (*http.Request, error) {
	line, text, _ := bytes.Cut(text, []byte("\n"))
	method, address, ok := bytes.Cut(line, []byte(" "))
	if !ok {
		return nil, errMalformed
	}
	u, err := url.Parse(string(address))
	if err != nil {
		return nil, err
	}
	header := http.Header{}
	for len(text) > 0 {
		line, text, _ = bytes.Cut(text, []byte("\n"))
		name, value, ok := bytes.Cut(line, []byte(": "))
		if !ok {
			return nil, errMalformed
		}
		header.Add(string(name), string(value))
	}
	return &http.Request{Method: string(method), URL: u, Header: header, Host: u.Host, Body: http.NoBody}, nil
}
