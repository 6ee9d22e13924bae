package publisher_test

import (
	"strings"
	"testing"

	"quoteline/shared/publisher"
)

func TestKeyOf(t *testing.T) {
	for token, want := range map[string]string{"ql_k1_secret": "k1", "ql_k1_a_b": "k1", "ql__": "", "": "", "k1": "k1", "' OR 1=1 --": "' OR 1=1 --"} {
		if got := publisher.KeyOf(token); got != want {
			t.Errorf("%q: %q, want %q", token, got, want)
		}
	}
}

// A token can be bound to beginnings of transcript ids. The hash of a token without
// such beginnings is the SHA-256 of the token, as in all releases. Otherwise the hash
// also depends on each beginning and on their order.
func TestHash(t *testing.T) {
	const token = "ql_k1_secret"
	hashes := map[string]bool{}
	for _, ids := range [][]string{nil, {"tv-"}, {"tv-", "radio-"}, {"radio-", "tv-"}, {"tv"}} {
		hashes[publisher.Hash(token, ids)] = true
	}
	if len(hashes) != 5 || publisher.Hash(token, nil) != "56aa552f6399eb965c0611efc59885e5b46cc1aeb561ef56bca5a1a4ef17af0b" {
		t.Errorf("%v, %s", hashes, publisher.Hash(token, nil))
	}
}

func TestAllows(t *testing.T) {
	for _, tc := range []struct {
		ids, id string
		want    bool
	}{
		{"", "tides", true}, {"tv-", "tv-tides", true}, {"tv-", "tv", false}, {"tv-", "a-tv-", false},
		{"tv- radio-", "radio-tides", true}, {"tv- radio-", "tides", false}, {"tides", "tides", true}, {"tides", "tides-2", true},
	} {
		k := publisher.Key{IDs: strings.Fields(tc.ids)}
		if k.Allows(tc.id) != tc.want {
			t.Errorf("a token for %q and the id %s: %t", tc.ids, tc.id, !tc.want)
		}
	}
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"anna-desk": true, "tv-": true, "2": true, "": false, "Anna": false, "a b": false, "a'b": false, "ü": false, "a_b": false,
		strings.Repeat("a", 64): true, strings.Repeat("a", 65): false,
	} {
		if publisher.IsName(name) != want {
			t.Errorf("%q: %t", name, !want)
		}
	}
}
