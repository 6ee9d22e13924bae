// Package tls replaces crypto/tls when the Worker is compiled.
//
// The program never uses TLS (encrypted connections). Cloudflare decrypts requests before
// they reach the program, and the Workers runtime makes the outgoing connections. But
// net/http imports all of crypto/tls. The self-tests of crypto/tls refer to every curve
// and cipher, so the compiler cannot leave them out. The curves and ciphers would add
// half a megabyte to the program, and time to each start.
//
// So worker/compile.sh compiles this package instead. It has only the names that
// net/http uses. Every TLS handshake fails with [ErrUnsupported].
package tls

import (
	"context"
	"errors"
	"net"
)

// ErrUnsupported is the error of every TLS handshake, because the Workers runtime
// encrypts connections and the program does not.
var ErrUnsupported = errors.New("tls: the Worker's runtime speaks TLS, not the program")

// Config has the fields that net/http sets. Their values are ignored.
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

// Certificate exists only because net/http mentions it. The program never creates a value
// of this type.
type Certificate struct{}

// ClientHelloInfo exists only because net/http mentions it. The program never creates a
// value of this type.
type ClientHelloInfo struct{}

// ConnectionState has the fields that net/http reads. These fields always have their zero
// values.
type ConnectionState struct {
	NegotiatedProtocol         string
	NegotiatedProtocolIsMutual bool
}

// Conn is a connection on which every TLS handshake fails.
type Conn struct{ net.Conn }

// Client wraps the connection c. Every TLS handshake on the result fails.
func Client(c net.Conn, _ *Config) *Conn { return &Conn{c} }

// Handshake returns [ErrUnsupported].
func (*Conn) Handshake() error { return ErrUnsupported }

// HandshakeContext returns [ErrUnsupported].
func (*Conn) HandshakeContext(context.Context) error { return ErrUnsupported }

// VerifyHostname returns [ErrUnsupported].
func (*Conn) VerifyHostname(string) error { return ErrUnsupported }

// ConnectionState returns the zero value, because there is never a TLS connection.
func (*Conn) ConnectionState() ConnectionState { return ConnectionState{} }

// NetConn returns the connection that c wraps.
func (c *Conn) NetConn() net.Conn { return c.Conn }

// NewListener wraps a listener. The method Accept of the result always fails.
func NewListener(inner net.Listener, _ *Config) net.Listener { return listener{inner} }

type listener struct{ net.Listener }

func (listener) Accept() (net.Conn, error) { return nil, ErrUnsupported }

// LoadX509KeyPair returns [ErrUnsupported].
func LoadX509KeyPair(certFile, keyFile string) (Certificate, error) {
	return Certificate{}, ErrUnsupported
}

// RecordHeaderError exists only because net/http mentions it. The program never returns
// it.
type RecordHeaderError struct {
	Msg          string
	RecordHeader [5]byte
	Conn         net.Conn
}

// Error returns Msg with the prefix "tls: ".
func (e RecordHeaderError) Error() string { return "tls: " + e.Msg }
