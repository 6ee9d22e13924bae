package jsonform

import (
	"strings"

	"quoteline/shared/ingest/internal/source"
)

// loosely returns the first of the named members that the object n has, however its name
// is spelled: "speakername" finds speaker_name, speakerName and "Speaker Name". The
// arguments are in lower case, without spaces and marks.
func (n *node) loosely(names ...string) *node {
	if n == nil || n.kind != '{' {
		return nil
	}
	for _, name := range names {
		list := n.members()
		for i := range list {
			if m := &list[i]; m.kind != 'n' && sameKey(m.name, name) {
				return m
			}
		}
	}
	return nil
}

// sameKey reports whether a member's name is the wanted name. Letter case, spaces,
// hyphens and underscores in the member's name are ignored.
func sameKey(name, wanted string) bool {
	k := 0
	for i := range len(name) {
		b := name[i]
		if b == '_' || b == '-' || b == ' ' {
			continue
		}
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		if k == len(wanted) || b != wanted[k] {
			return false
		}
		k++
	}
	return k == len(wanted)
}

// namedUnit returns the unit of time in the name of the member n: milliseconds for
// "start_ms". It returns source.UnitUnknown if the name has no unit.
func namedUnit(n *node) source.Unit {
	if n == nil {
		return source.UnitUnknown
	}
	name := strings.ToLower(n.name)
	switch {
	case strings.HasSuffix(name, "ms"), strings.Contains(name, "milli"):
		return source.UnitMillis
	case strings.Contains(name, "tick"):
		return source.UnitTicks
	case strings.Contains(name, "second"), strings.HasSuffix(name, "_sec"), strings.HasSuffix(name, "_s"):
		return source.UnitSeconds
	}
	return source.UnitUnknown
}

// nameOf returns the JSON value with the name of a person. If n is an object, the result
// is the member "name" or a similar member of n, or nil if n has none. Otherwise the
// result is n itself.
func nameOf(n *node) *node {
	if n == nil || n.kind != '{' {
		return n
	}
	return n.loosely("name", "displayname", "fullname", "speakername", "label", "email", "id")
}

// listNames stores the names of speakers under their ids. The object n lists these names
// separately from the speech. The list is an array of objects, as in "speakers": [{"id":
// 7, "name": "Ada"}], or an object, as in "speakers": {"S1": {"name": "Ada"}}.
func (d *speech) listNames(n *node) {
	list := n.loosely("speakers", "participants", "people", "speakernames")
	if list == nil || list.kind != '[' && list.kind != '{' {
		return
	}
	for i := range list.members() {
		m := &list.members()[i]
		id, name := m.loosely("id", "speakerid", "key", "spkid"), m
		if m.kind == '{' {
			name = m.loosely("name", "speakername", "displayname", "fullname", "label")
		}
		key := m.name
		if id != nil {
			key = id.text
		}
		if name.isString() && key != "" && name.text != "" {
			d.listName(key, name)
			if id != nil {
				id.used = true
			}
		}
	}
}
