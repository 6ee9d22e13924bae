package jsonpointer_test

import (
	"slices"
	"testing"

	"quoteline/shared/jsonpointer"
)

// The JSON Pointers are the examples of RFC 6901, section 5, and some more.
func TestPointers(t *testing.T) {
	for pointer, want := range map[string][]string{
		"":                nil,
		"/foo":            {"foo"},
		"/foo/0":          {"foo", "0"},
		"/":               {""},
		"/a~1b":           {"a/b"},
		"/c%d":            {"c%d"},
		"/m~0n":           {"m~n"},
		"/~01":            {"~1"},
		"/~0~1/~1~0":      {"~/", "/~"},
		"//x/":            {"", "x", ""},
		"/turns/12/words": {"turns", "12", "words"},
	} {
		var got []string
		built := ""
		rest := pointer
		for token, after, ok := jsonpointer.Next(rest); ok; token, after, ok = jsonpointer.Next(rest) {
			got = append(got, token)
			built = jsonpointer.Member(built, token)
			rest = after
		}
		if !slices.Equal(got, want) || rest != "" || built != pointer {
			t.Errorf("%q: %q, written %q", pointer, got, built)
		}
	}
	if _, _, ok := jsonpointer.Next("foo"); ok {
		t.Error(`"foo" is no pointer`)
	}
	if got := jsonpointer.Element("/turns", 3); got != "/turns/3" {
		t.Errorf("got %q", got)
	}
}

func TestIndex(t *testing.T) {
	for token, want := range map[string]int{
		"0": 0, "3": 3, "4": -1, "-1": -1, "-": -1, "": -1, "01": -1, "+1": -1, "-0": -1, "1e0": -1, "99999999999999999999": -1,
	} {
		i, ok := jsonpointer.Index(token, 4)
		if ok != (want >= 0) || ok && i != want {
			t.Errorf("%q: %d, %t", token, i, ok)
		}
	}
}

// FuzzPointer writes two names into a JSON Pointer and reads the pointer again. It must
// read the same names.
func FuzzPointer(f *testing.F) {
	f.Add("a~1/b", "~0")
	f.Fuzz(func(t *testing.T, a, b string) {
		pointer := jsonpointer.Member(jsonpointer.Member("", a), b)
		first, rest, _ := jsonpointer.Next(pointer)
		second, end, _ := jsonpointer.Next(rest)
		if first != a || second != b || end != "" {
			t.Errorf("%q: %q, %q, %q", pointer, first, second, end)
		}
	})
}
