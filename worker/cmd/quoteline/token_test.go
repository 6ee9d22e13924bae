package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestToken(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token.sql")
	seen := make(map[string]bool)
	for range 3 {
		var stdout, stderr bytes.Buffer
		if code := run([]string{"token", "-note", "the editor's", file}, nil, &stdout, &stderr); code != exitOK {
			t.Fatalf("%d: %s", code, &stderr)
		}
		token := strings.TrimSpace(stdout.String())
		if !regexp.MustCompile(`^ql_[0-9a-f]{16}_[\w-]{43}$`).MatchString(token) || seen[token] {
			t.Errorf("token %q", token)
		}
		seen[token] = true
		statement, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(token))
		_, rest, _ := strings.Cut(token, "_")
		key, secret, _ := strings.Cut(rest, "_")
		want := "INSERT INTO tokens (key, hash, note) VALUES ('" + key + "', '" + hex.EncodeToString(sum[:]) + "', 'the editor''s');\n"
		if string(statement) != want || strings.Contains(string(statement), secret) {
			t.Errorf("%s, want %s", statement, want)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file: %v, %v", info, err)
	}
	for _, args := range [][]string{{"token"}, {"token", "a", "b"}, {"token", "-x", "a"}} {
		if code := run(args, nil, new(bytes.Buffer), new(bytes.Buffer)); code != exitUsage {
			t.Errorf("%q: %d", args, code)
		}
	}
}
