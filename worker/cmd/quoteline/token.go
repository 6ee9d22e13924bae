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

// tokenCommand prints a new publisher's token, and does not save it. It writes a file
// with an SQL statement, which adds the token's hash to a database.
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

// newToken returns a new token "ql_KEY_SECRET", and the SQL statement that stores the
// token's SHA-256. KEY has 64 random bits and is public. SECRET has 256 random bits.
func newToken(note string) (token, statement string) {
	var key [8]byte
	var secret [32]byte
	// rand.Read never returns an error: if there are no random bytes, it ends the
	// program.
	_, _ = rand.Read(key[:])
	_, _ = rand.Read(secret[:])
	name := hex.EncodeToString(key[:])
	token = "ql_" + name + "_" + base64.RawURLEncoding.EncodeToString(secret[:])
	sum := sha256.Sum256([]byte(token))
	statement = fmt.Sprintf("INSERT INTO tokens (key, hash, note) VALUES ('%s', '%s', '%s');\n",
		name, hex.EncodeToString(sum[:]), strings.ReplaceAll(note, "'", "''"))
	return token, statement
}
