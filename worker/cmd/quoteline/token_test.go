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
		want := "INSERT INTO tokens (key, hash, name, ids, note) VALUES ('" + key + "', '" + hex.EncodeToString(sum[:]) + "', '', '', 'the editor''s');\n"
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

// A token with a name and ids is stored with both, and its hash covers the ids.
func TestBoundToken(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token.sql")
	var stdout, stderr bytes.Buffer
	if code := run([]string{"token", "-name", "anna-desk", "-ids", " tv-  radio-2 ", file}, nil, &stdout, &stderr); code != exitOK {
		t.Fatalf("%d: %s", code, &stderr)
	}
	token := strings.TrimSpace(stdout.String())
	sum := sha256.Sum256([]byte(token + " tv- radio-2"))
	statement, err := os.ReadFile(file)
	if want := "'" + hex.EncodeToString(sum[:]) + "', 'anna-desk', 'tv- radio-2', '');\n"; err != nil || !strings.HasSuffix(string(statement), want) {
		t.Errorf("%s, want %s; %v", statement, want, err)
	}
	for _, args := range [][]string{{"-name", "Anna"}, {"-name", "a'b"}, {"-name", strings.Repeat("a", 65)}, {"-ids", "tv- A"}, {"-ids", "a'"}, {"-ids", "tv_"}} {
		var stderr bytes.Buffer
		if code := run(append(append([]string{"token"}, args...), file), nil, new(bytes.Buffer), &stderr); code != exitUsage || !strings.Contains(stderr.String(), "letters, digits and hyphens") {
			t.Errorf("%q: %d, %s", args, code, &stderr)
		}
	}
}
