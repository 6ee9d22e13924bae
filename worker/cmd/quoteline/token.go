package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// tokenCommand prints a new publisher's token. It writes the SQL statement that adds
// the token to a database to a file. The token itself is not saved.
func tokenCommand(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("token", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	note := flags.String("note", "", "")
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("%w\n%w", err, errUsage)
	}
	if flags.NArg() != 1 {
		return errUsage
	}
	token, statement := newToken(*note)
	if err := os.WriteFile(flags.Arg(0), []byte(statement), 0o600); err != nil {
		return err
	}
	_, err := fmt.Fprintln(stdout, token)
	return err
}

// newToken returns a token "ql_KEY_SECRET" of 64 public and 256 secret random
// bits, and the statement that stores its SHA-256.
func newToken(note string) (token, statement string) {
	var key [8]byte
	var secret [32]byte
	// Read never returns an error; it ends the program if it fails.
	_, _ = rand.Read(key[:])
	_, _ = rand.Read(secret[:])
	name := hex.EncodeToString(key[:])
	token = "ql_" + name + "_" + base64.RawURLEncoding.EncodeToString(secret[:])
	sum := sha256.Sum256([]byte(token))
	statement = fmt.Sprintf("INSERT INTO tokens (key, hash, note) VALUES ('%s', '%s', '%s');\n",
		name, hex.EncodeToString(sum[:]), strings.ReplaceAll(note, "'", "''"))
	return token, statement
}
