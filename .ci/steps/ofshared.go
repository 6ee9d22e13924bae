package main

import (
	"strings"

	"quoteline/shared/address"
	"quoteline/shared/card"
	"quoteline/shared/ingest"
	"quoteline/shared/jsonpointer"
	"quoteline/shared/messages"
	"quoteline/shared/publisher"
)

func ofText() []probe {
	// Package ingest, which imports transcripts, has tests that are stricter than the
	// first probes (measured calls) of this list. These tests use inputs that an
	// attacker could choose. They limit not only the steps, but also the memory and the
	// number of lines that are read.
	return []probe{
		// A text of brackets once took five times as many steps: Ingest made a map for each bracket.
		{name: "ingest.Ingest", each: map[string]int64{`"("`: 60, `"#"`: 60}, text: func(s string) func() { return func() { ingest.Ingest([]byte(s), ingest.Options{}) } }},
		{name: "ingest.Decode", text: func(s string) func() { return func() { ingest.Decode([]byte(s), "") } }},
		{name: "ingest.IDAt", text: func(s string) func() {
			return func() { ingest.IDAt(ingest.DecisionKind(s), ingest.Position{Line: 1, Column: 1}) }
		}},
		{name: "ingest.PlaceOf", text: func(s string) func() { return func() { ingest.PlaceOf(s) } }},
		{name: "ingest.Slug", text: func(s string) func() { return func() { ingest.Slug(s) } }},
		{name: "ingest.Text", text: func(s string) func() { return func() { ingest.Text([]byte(s)) } }},
		{name: "ingest.Position.Past", text: func(s string) func() {
			return func() { ingest.Position{Line: 1, Column: 1}.Past(s, 0, len(s)) }
		}},
		{name: "ingest.Error.Error", text: func(s string) func() {
			return func() { _ = (&ingest.Error{Reason: s}).Error() }
		}},
		{name: "ingest.LimitError.Error", text: func(s string) func() {
			return func() { _ = (&ingest.LimitError{Limit: s}).Error() }
		}},
		{name: "ingest.MetaError.Error", text: func(s string) func() {
			return func() { _ = (&ingest.MetaError{Reason: s}).Error() }
		}},
		{name: "jsonpointer.Member", text: func(s string) func() { return func() { _ = jsonpointer.Member(s, s) } }},
		{name: "jsonpointer.Element", text: func(s string) func() { return func() { jsonpointer.Element(s, 1) } }},
		{name: "jsonpointer.Index", text: func(s string) func() { return func() { jsonpointer.Index(s, 9) } }},
		{name: "jsonpointer.Next", text: func(s string) func() { return func() { walk("/" + s) } }},
	}
}

func ofCard() []probe {
	all := func(s string) *card.Card {
		return &card.Card{Words: s, Summary: s, Source: s, Place: s, Names: []card.Name{{Name: s, Role: s}}, Ticks: []card.Tick{{Text: s}}}
	}
	return []probe{
		{name: "card.Parse", text: func(s string) func() {
			text := string((&card.Card{Words: s}).Append(nil)) + s
			return func() { card.Parse(text) }
		}},
		{name: "card.IsRightToLeft", text: func(s string) func() { return func() { _ = card.IsRightToLeft(s) } }},
		{name: "card.Card.Append", text: func(s string) func() { c := all(s); return func() { c.Append(nil) } }},
		{name: "card.Card.Fonts", text: func(s string) func() { c := all(s); return func() { c.Fonts() } }},
		{name: "card.SyntaxError.Error", text: func(s string) func() {
			return func() { _ = (&card.SyntaxError{Line: 1, Problem: s}).Error() }
		}},
	}
}

func ofPublisher() []probe {
	return []probe{
		{name: "publisher.Hash", text: func(s string) func() { return func() { publisher.Hash(s, []string{s, s}) } }},
		{name: "publisher.IsName", text: func(s string) func() { return func() { _ = publisher.IsName(s) } }},
		{name: "publisher.KeyOf", text: func(s string) func() { return func() { publisher.KeyOf("ql_" + s) } }},
		{name: "publisher.Key.Allows", text: func(s string) func() {
			k := publisher.Key{IDs: []string{s, s}}
			return func() { k.Allows(s + "a") }
		}},
	}
}

// walk reads all tokens of a JSON Pointer, such as "turns" and "1" in "/turns/1".
func walk(pointer string) {
	for ok := true; ok; {
		_, pointer, ok = jsonpointer.Next(pointer)
	}
}

func ofAddress() []probe {
	names := address.NamesOf(1)
	choice := func(s string) address.Choice {
		return address.Choice{Speakers: address.ParseSpeakers(s), Topic: s, Find: s}
	}
	// The fragment of an address may have two parts. In "#/story?q=a", the part "/story"
	// is for the script of the page, and "q=a" is for the widget. So each text is tried
	// in three places: as the whole fragment, as the first part (after "/"), and as the
	// second part (after "/x?").
	both := func(call func(fragment string)) func(s string) func() {
		return func(s string) func() {
			return func() { call(s); call("/" + s); call("/x?" + s) }
		}
	}
	return []probe{
		{name: "address.Drop", text: both(func(s string) { address.Drop(s, "p1") })},
		{name: "address.Get", text: both(func(s string) { address.Get(s, "p1") })},
		{name: "address.Set", text: both(func(s string) { address.Set(s, "p1", s) })},
		{name: "address.LinkTo", text: both(func(s string) { address.LinkTo(s, s) })},
		{name: "address.Page", text: both(func(s string) {
			address.Page("https://a.example"+s, "https://a.example"+s)
			address.Page("https://a.example/?"+s, s)
		})},
		{name: "address.ParseSpeakers", text: both(func(s string) { address.ParseSpeakers(s) })},
		{name: "address.Theirs", text: both(func(s string) { address.Theirs(s) })},
		{name: "address.Names.In", text: both(func(s string) { names.In(s) })},
		{name: "address.Names.Read", text: both(func(s string) {
			names.Read("find="+s+"&speakers="+s+"&"+s, choice(s))
			names.Read(s, choice(s))
		})},
		{name: "address.Names.Write", text: both(func(s string) { names.Write(s, choice(s), address.Choice{}) })},
	}
}

func ofMessages() []probe {
	english := messages.English()
	// A table of messages is a text that has one translated sentence in each line. So two
	// kinds of text are tried: the input alone, and a complete table followed by the
	// input.
	table := func(s string) string { return english.Text() + s }
	return []probe{
		{name: "messages.For", text: func(s string) func() { return func() { messages.For(s) } }},
		{name: "messages.Choose", text: func(s string) func() { return func() { messages.Choose(s, s) } }},
		{name: "messages.Hole", text: func(s string) func() { return func() { messages.Hole(s) } }},
		{name: "messages.Parse", text: func(s string) func() {
			return func() { messages.Parse(s); messages.Parse(table(s)) }
		}},
		{name: "messages.Table.AppendDate", text: func(s string) func() { return func() { english.AppendDate(nil, s) } }},
		{name: "messages.Table.Text", text: func(s string) func() {
			// The text is appended to the first line of the table, which is a translated
			// sentence.
			t, err := messages.Parse(strings.Replace(english.Text(), "\n", s+"\n", 1))
			if err != nil {
				t = english
			}
			return func() { t.Text() }
		}},
	}
}
