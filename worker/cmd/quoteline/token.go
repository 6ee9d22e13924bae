package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"quoteline/shared/publisher"
)

// tokenCommand prints a new token for a publisher, and does not save the token. It writes
// a file with an SQL statement, which adds the token's hash to a database.
func tokenCommand(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("token", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	name := flags.String("name", "", "")
	ids := flags.String("ids", "", "")
	note := flags.String("note", "", "")
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("%w\n%w", err, errUsage)
	}
	if flags.NArg() != 1 {
		return errUsage
	}
	beginnings := strings.Fields(*ids)
	if err := checkToken(*name, beginnings); err != nil {
		return err
	}
	token, statement := newToken(*name, beginnings, *note)
	if err := os.WriteFile(flags.Arg(0), []byte(statement), 0o600); err != nil {
		return err
	}
	_, err := fmt.Fprintln(stdout, token)
	return err
}

// checkToken checks the name and the ids for a new token. The argument ids has beginnings
// of transcript ids, such as "tv-". checkToken returns an error if the name is not valid,
// or if there is a beginning that no transcript id can have.
func checkToken(name string, ids []string) error {
	if name != "" && !publisher.IsName(name) {
		return fmt.Errorf("the name %q is not 1 to 64 lower-case letters, digits and hyphens: choose a name such as anna-desk", name)
	}
	for _, id := range ids {
		if !publisher.IsName(id) {
			return fmt.Errorf("no transcript id begins with %q: give beginnings of lower-case letters, digits and hyphens, with spaces between them, as in \"tv- radio-\"", id)
		}
	}
	return nil
}

// newToken returns a new token "ql_KEY_SECRET", and the SQL statement that stores its
// hash. KEY has 64 random bits and is public. SECRET has 256 random bits. The arguments
// name and ids have passed checkToken.
func newToken(name string, ids []string, note string) (token, statement string) {
	var key [8]byte
	var secret [32]byte
	// rand.Read never returns an error: if there are no random bytes, it ends the
	// program.
	_, _ = rand.Read(key[:])
	_, _ = rand.Read(secret[:])
	id := hex.EncodeToString(key[:])
	token = publisher.Prefix + id + "_" + base64.RawURLEncoding.EncodeToString(secret[:])
	statement = fmt.Sprintf("INSERT INTO tokens (key, hash, name, ids, note) VALUES ('%s', '%s', '%s', '%s', '%s');\n",
		id, publisher.Hash(token, ids), name, strings.Join(ids, " "), strings.ReplaceAll(note, "'", "''"))
	return token, statement
}
