package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
)

// mergeRoles merges labels that have the same name and different roles, such as "ADA
// LONG, ENGINEER" and "ADA LONG, AUTHOR". They then name one speaker.
func (c *speakerSet) mergeRoles(l *draft.Ledger) {
	first := map[string]*spelling{}
	for _, v := range c.spellings {
		p, ok := label.SplitName(v.name)
		if !ok || p.Suffix == "" || v.into != nil {
			continue
		}
		base := label.Fold(p.Base)
		if first[base] == nil {
			first[base] = v
			continue
		}
		c.mergeInto(l, first[base], []*spelling{v}, func(*spelling) (bool, string) {
			return true, "the same name with another role"
		})
	}
}

// mergeShortForms merges a short form of a name into the longer label that contains it.
// The longer label also has a title such as "Dr.", a role after a comma, or words in
// brackets. "COOPER" is merged into "ANDERSON COOPER, CNN ANCHOR", and "AP" into "Andrew
// Poelstra (AP)". See testdata/roles.txtar and testdata/initials.txtar.
func (c *speakerSet) mergeShortForms(l *draft.Ledger) {
	full := map[string][]*spelling{} // short form in lower case → the longer labels that introduce it
	for _, v := range c.spellings {
		if v.into != nil {
			continue
		}
		for _, short := range shortFormsOf(v.name) {
			full[label.Fold(short)] = append(full[label.Fold(short)], v)
		}
	}
	for _, v := range c.spellings {
		by := full[label.Fold(v.name)]
		if v.into != nil || len(by) == 0 || by[0] == v {
			continue
		}
		into := by[0]
		if into.root() == v {
			continue
		}
		c.mergeInto(l, into.root(), []*spelling{v}, func(*spelling) (bool, string) {
			if len(by) > 1 {
				return false, "more than one longer label has this short form; the first is " + into.name
			}
			return compareShortForm(into.name, v.name)
		})
	}
	c.mergeAsides(l)
}

// shortFormsOf returns the shorter names that may mean the same speaker as a label. A
// label is a speaker's name as the source spells it. For "Dr. Ada Long" the only shorter
// name is "Ada Long". For "ANDERSON COOPER, CNN ANCHOR", "COOPER" is one of several. The
// result is nil if there are no shorter names.
func shortFormsOf(name string) []string {
	if plain := label.WithoutAddress(name); plain != name {
		return []string{plain}
	}
	p, ok := label.SplitName(name)
	r, _ := utf8.DecodeRuneInString(p.Bracket)
	switch {
	case !ok || p.Suffix == "" && unicode.IsLower(r):
		return nil
	case p.Suffix != "":
		return append(surnameForms(p.Base), p.Base)
	case label.IsName(p.Bracket):
		return []string{p.Base, p.Bracket}
	}
	return []string{p.Base}
}

// surnameForms returns the surname in a full name, and the surname after the title:
// for "SEN. ADA LONG" these are "LONG" and "SEN. LONG".
func surnameForms(base string) []string {
	i := strings.LastIndexByte(base, ' ')
	if i < 0 {
		return nil
	}
	forms := []string{base[i+1:]}
	if address, _, _ := strings.Cut(base, " "); strings.HasSuffix(address, ".") && len(address) < i {
		forms = append(forms, address+" "+base[i+1:])
	}
	return forms
}

// compareShortForm returns whether the short label, such as "COOPER", is merged by
// default into the longer label, such as "ANDERSON COOPER, CNN ANCHOR". Merged labels
// name one speaker. The second result is the reason. The report shows this reason to
// the editor, who can reverse the choice.
func compareShortForm(full, short string) (bool, string) {
	if label.Fold(label.WithoutAddress(full)) == label.Fold(short) {
		return false, "the same name without a title such as Dr. or Ms."
	}
	p, _ := label.SplitName(full)
	switch {
	case p.Suffix != "":
		return true, "the longer label adds a role to this name, and no other label does"
	case label.Fold(short) == label.Fold(p.Bracket) && isInitials(p.Bracket, p.Base):
		return true, "the longer label gives these initials in brackets"
	case isInitials(p.Bracket, p.Base):
		return true, "the same name without the initials in brackets"
	case label.Fold(short) == label.Fold(p.Bracket):
		return false, "the longer label has this name in brackets, perhaps the person who holds an office"
	}
	return false, "the same words without those in brackets, which may name another person"
}

// isInitials reports whether short consists of the initials of name: "AP" of "Andrew
// Poelstra".
func isInitials(short, name string) bool {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return short != "" && strings.ToUpper(short) == short && short == b.String()
}

// mergeAsides merges a label such as "COOPER (voice-over)" into "COOPER". The words
// in brackets describe how the voice is heard, not a person. They must begin with a
// lower-case letter.
func (c *speakerSet) mergeAsides(l *draft.Ledger) {
	for _, v := range c.spellings {
		p, ok := label.SplitName(v.name)
		r, _ := utf8.DecodeRuneInString(p.Bracket)
		if v.into != nil || !ok || !unicode.IsLower(r) || p.Suffix != "" {
			continue
		}
		if plain := c.byFold[label.Fold(p.Base)]; len(plain) > 0 && plain[0].root() != v {
			c.mergeInto(l, plain[0].root(), []*spelling{v}, func(*spelling) (bool, string) {
				return true, "the same name; the words in brackets describe how it is heard"
			})
		}
	}
}
