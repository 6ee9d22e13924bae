package api

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/jsonpointer"
	"quoteline/shared/transcript"
)

func pointersOf(warnings []transcript.Fault) []string {
	list := []string{}
	for _, w := range warnings {
		list = append(list, w.Pointer)
	}
	return list
}

func TestUnknownMembers(t *testing.T) {
	for _, tc := range []struct{ body, want string }{
		{`{}`, ""},
		{`null`, ""},
		{`{"title":"a","turns":[{"text":"b"}]}`, ""},
		{`{"mood":1}`, "/mood"},
		{" {\n\t\"mood\" : [ 1 , {\"a\":\"]}\\\"\"} ] ,\r\n \"tone\" : -1.5e3 } ", "/mood /tone"},
		{`{"turns":[{"text":"a"},{"mood":"calm","text":"b","tone":null}],"x":true}`, "/turns/1/mood /turns/1/tone /x"},
		{`{"speakers":[{"id":"a","aliases":["b"],"age":7}],"media":{"url":"u","size":3},"publisher":{"fax":{}}}`,
			"/speakers/0/age /media/size /publisher/fax"},
		{`{"turns":[{"topics":[{"x":1}]}]}`, ""}, // not a member of a transcript's object
		{`{"mo\u006fd":1,"ti\u0074le":"a","a~b/c":2,"":3}`, "/mood /a~0b~1c /"},
		{`{"mood":1,"mood":2}`, "/mood"},
		{`{"turns":[],"turns":[{"mood":1}]}`, "/turns/0/mood"},
		{`{"turns":null,"speakers":[]}`, ""},
	} {
		if got := strings.Join(pointersOf(unknownMembers(nil, []byte(tc.body))), " "); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.body, got, tc.want)
		}
	}
	many := `{"turns":[` + strings.Repeat(`{"mood":1},`, 200) + `{}]}`
	if got := unknownMembers(nil, []byte(many)); len(got) != maxFaults {
		t.Errorf("%d warnings, want %d", len(got), maxFaults)
	}
}

// FuzzUnknownMembers checks the warnings of unknownMembers for any JSON. It compares them
// with the unknown members that it finds in the maps of encoding/json.
func FuzzUnknownMembers(f *testing.F) {
	f.Add(`{"turns":[{"mood":"calm \"]}"}],"x":{"y":[1,-2.5e3,null]}}`)
	f.Add(`{"speakers":[{"aliases":["a","b"],"q":[[]]}],"\u00e9\\\"":{}}`)
	f.Fuzz(func(t *testing.T, src string) {
		var tree any
		if json.Unmarshal([]byte(src), &tree) != nil {
			return
		}
		body, _ := json.Marshal(tree) // no object has a name twice
		var want []string
		findInTree(tree, reflect.TypeFor[transcript.Transcript](), "", &want)
		got := pointersOf(unknownMembers(nil, body))
		slices.Sort(want)
		slices.Sort(got)
		if len(want) < maxFaults && !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	})
}

// findInTree looks at a value from encoding/json that should have the type t. It appends
// the JSON Pointers of the members for which t has no field.
func findInTree(value any, t reflect.Type, at string, list *[]string) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch v := value.(type) {
	case []any:
		for i := 0; i < len(v) && t.Kind() == reflect.Slice; i++ {
			findInTree(v[i], t.Elem(), jsonpointer.Element(at, i), list)
		}
	case map[string]any:
		for name, member := range v {
			field, ok := t, t.Kind() != reflect.Struct
			for i := 0; !ok && i < t.NumField(); i++ {
				tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
				if field, ok = t.Field(i).Type, tag == name && tag != ""; ok {
					findInTree(member, field, jsonpointer.Member(at, name), list)
				}
			}
			if !ok {
				*list = append(*list, jsonpointer.Member(at, name))
			}
		}
	}
}
