package transcript

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// FuzzParse compares Parse with encoding/json. Parse must accept every document that
// encoding/json accepts, and return the same value. Documents that are nested too deep
// are an exception. Parse ignores some members on purpose, so encoding/json reads the
// document without these members (see exact).
func FuzzParse(f *testing.F) {
	f.Add(encode(f, interview(3)))
	for _, seed := range []string{
		`{}`, `null`, `{"turns":[{"start":-0,"end":null}],"turns":null,"TITLE":"a","title":"b"}`,
		`{"title":"\ud83c\udf99\ud83c\u0041\/\b","x":[1.5e-3,true,{"y":[]}]}`, "{\"title\":\"\xff\xe2\x82\"}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := Parse(b)
		if err != nil {
			checkRefused(t, b, err)
			return
		}
		if !json.Valid(b) {
			t.Fatal("Parse accepts what is not JSON")
		}
		want := new(Transcript)
		if err := json.Unmarshal(exact(t, b), want); err != nil {
			t.Fatalf("Parse accepts what encoding/json does not: %v", err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
		again, err := Parse(encode(t, got))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(again, got) {
			t.Fatalf("first  %+v\nsecond %+v", got, again)
		}
	})
}

func checkRefused(t *testing.T, b []byte, err error) {
	var e *SyntaxError
	if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(b) || e.Line < 1 || e.Column < 1 || e.Reason == "" {
		t.Fatalf("error %#v has no place in the input", err)
	}
	if json.Unmarshal(b, new(Transcript)) == nil && !strings.Contains(e.Reason, "nesting") {
		t.Fatalf("Parse refuses what encoding/json accepts: %v", err)
	}
	if strings.Contains(e.Reason, "nesting") && bytes.Count(b, []byte("["))+bytes.Count(b, []byte("{")) <= maxDepth {
		t.Fatalf("the nesting is not too deep: %v", err)
	}
}

// exact returns the document b without the members that Parse ignores but encoding/json
// reads:
//
//   - If an object has several members of the same name, only the last one remains.
//   - A member is removed unless its name is exactly a known name. For example,
//     encoding/json reads "ID" as "id", but Parse ignores "ID".
func exact(t *testing.T, b []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	out, err := json.Marshal(exactValue(t, d, reflect.TypeFor[Transcript]()))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func exactValue(t *testing.T, d *json.Decoder, typ reflect.Type) any {
	for typ != nil && typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	switch token := nextToken(t, d); token {
	case json.Delim('{'):
		object := map[string]any{}
		for d.More() {
			name := nextToken(t, d).(string)
			member := memberType(typ, name)
			if value := exactValue(t, d, member); member != nil {
				object[name] = value
			}
		}
		nextToken(t, d)
		return object
	case json.Delim('['):
		array := []any{}
		for d.More() {
			var element reflect.Type
			if typ != nil && typ.Kind() == reflect.Slice {
				element = typ.Elem()
			}
			array = append(array, exactValue(t, d, element))
		}
		nextToken(t, d)
		return array
	default:
		return token
	}
}

// memberType returns the type of the struct field of typ whose JSON name is exactly
// name. It returns nil if there is no such field.
func memberType(typ reflect.Type, name string) reflect.Type {
	if typ == nil || typ.Kind() != reflect.Struct {
		return nil
	}
	for i := range typ.NumField() {
		if tag, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ","); tag != "" && tag == name {
			return typ.Field(i).Type
		}
	}
	return nil
}

func nextToken(t *testing.T, d *json.Decoder) json.Token {
	token, err := d.Token()
	if err != nil {
		t.Fatalf("Parse accepts what encoding/json does not: %v", err)
	}
	return token
}
