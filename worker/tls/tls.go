// Package tls replaces crypto/tls in the Worker.
//
// The program never uses TLS: Cloudflare's edge decrypts requests before they reach the
// program, and the Workers runtime makes the outgoing connections. But net/http imports
// all of crypto/tls, and the self-tests of crypto/tls keep every curve and cipher in
// the program. They make up half a megabyte of the upload, and part of each cold start.
//
// So worker/compile.sh compiles this package instead. It has only the names that
// net/http uses. Every handshake fails with [ErrUnsupported].
package tls

import (
	"context"
	"errors"
	"net"
)

// ErrUnsupported is the error of every handshake: the Worker's runtime handles TLS.
var ErrUnsupported = errors.New("tls: the Worker's runtime speaks TLS, not the program")

// Config has the fields that net/http sets. They are ignored.
type Config struct {
	ServerName         string
	NextProtos         []string
	Certificates       []Certificate
	GetCertificate     func(*ClientHelloInfo) (*Certificate, error)
	GetConfigForClient func(*ClientHelloInfo) (*Config, error)
}

// Clone returns a copy of c, or nil if c is nil.
func (c *Config) Clone() *Config {
	if c == nil {
		return nil
	}
	clone := *c
	return &clone
}

// Certificate exists only because net/http names it. No value is ever made.
type Certificate struct{}

// ClientHelloInfo exists only because net/http names it. No value is ever made.
type ClientHelloInfo struct{}

// ConnectionState has the fields that net/http reads. They are always zero.
type ConnectionState struct {
	NegotiatedProtocol         string
	NegotiatedProtocolIsMutual bool
}

// Conn is a connection whose handshake fails.
type Conn struct{ net.Conn }

// Client returns c as a connection whose handshake fails.
func Client(c net.Conn, _ *Config) *Conn { return &Conn{c} }

// Handshake returns [ErrUnsupported].
func (*Conn) Handshake() error { return ErrUnsupported }

// HandshakeContext returns [ErrUnsupported].
func (*Conn) HandshakeContext(context.Context) error { return ErrUnsupported }

// VerifyHostname returns [ErrUnsupported].
func (*Conn) VerifyHostname(string) error { return ErrUnsupported }

// ConnectionState returns the zero state.
func (*Conn) ConnectionState() ConnectionState { return ConnectionState{} }

// NetConn returns the wrapped connection.
func (c *Conn) NetConn() net.Conn { return c.Conn }

// NewListener returns a listener whose Accept always fails.
func NewListener(inner net.Listener, _ *Config) net.Listener { return listener{inner} }

type listener struct{ net.Listener }

func (listener) Accept() (net.Conn, error) { return nil, ErrUnsupported }

// LoadX509KeyPair returns [ErrUnsupported].
func LoadX509KeyPair(certFile, keyFile string) (Certificate, error) {
	return Certificate{}, ErrUnsupported
}

// RecordHeaderError exists only because net/http names it. It is never returned.
type RecordHeaderError struct {
	Msg          string
	RecordHeader [5]byte
	Conn         net.Conn
}

// Error returns Msg with the prefix "tls: ".
func (e RecordHeaderError) Error() string { return "tls: " + e.Msg }
