package transcript

import "quoteline/shared/jsonpointer"

// CheckNormal reports every text that is not in the Unicode normalisation form NFC.
// It checks only the texts that readers see, such as titles and turns. The argument
// isNormal is a function that returns false for a text in another form.
//
// [Transcript.Validate] does not check this, because the tables for Unicode
// normalisation take 49 KB in WebAssembly. A program that has these tables passes
// norm.NFC.IsNormalString of golang.org/x/text/unicode/norm as isNormal.
func (t *Transcript) CheckNormal(isNormal func(string) bool) Faults {
	var c checker
	check := func(base, member, v string) {
		if !isNormal(v) {
			c.report(base, member, "is not in the normal form NFC; normalise the source")
		}
	}
	t.eachText(check)
	return c.faults
}

// eachText calls visit for every text that readers see. The arguments base and member of
// visit together are the JSON Pointer to that text.
func (t *Transcript) eachText(visit func(base, member, text string)) {
	// Ids, dates and addresses are not visited, because readers do not see them.
	visit("", "/title", t.Title)
	visit("", "/summary", t.Summary)
	if t.Publisher != nil {
		visit("/publisher", "/name", t.Publisher.Name)
	}
	visit("", "/note", t.Note)
	for i := range t.Speakers {
		base, s := jsonpointer.Element("/speakers", i), &t.Speakers[i]
		visit(base, "/name", s.Name)
		visit(base, "/role", s.Role)
		for k := range s.Aliases {
			visit(jsonpointer.Element(base+"/aliases", k), "", s.Aliases[k])
		}
	}
	for i := range t.Topics {
		visit(jsonpointer.Element("/topics", i), "/label", t.Topics[i].Label)
	}
	for i := range t.Turns {
		visit(jsonpointer.Element("/turns", i), "/text", t.Turns[i].Text)
	}
	for i := range t.Corrections {
		base, v := jsonpointer.Element("/corrections", i), &t.Corrections[i]
		visit(base, "/note", v.Note)
		visit(base, "/before", v.Before)
		visit(base, "/after", v.After)
	}
}
