package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mergeReintroduced takes labels that introduce one name twice, with other roles,
// for one speaker.
func (c *cast) mergeReintroduced(l *ledger) {
	first := map[string]*voice{}
	for _, v := range c.voices {
		p, ok := takeApart(v.name)
		if !ok || p.addition == "" || v.into != nil {
			continue
		}
		base := fold(p.base)
		if first[base] == nil {
			first[base] = v
			continue
		}
		c.mergeInto(l, first[base], []*voice{v}, func(*voice) (bool, string) {
			return true, "the same name, introduced with other words"
		})
	}
}

// mergeIntroduced takes a label for the longer one that introduces it: by a role
// behind a comma, as in ANDERSON COOPER, CNN ANCHOR and then COOPER, or by
// brackets, as in Andrew Poelstra (AP) and then AP.
func (c *cast) mergeIntroduced(l *ledger) {
	full := map[string][]*voice{} // folded short form → the voices that introduce it
	for _, v := range c.voices {
		if v.into != nil {
			continue
		}
		for _, short := range introduced(v.name) {
			full[fold(short)] = append(full[fold(short)], v)
		}
	}
	for _, v := range c.voices {
		by := full[fold(v.name)]
		if v.into != nil || len(by) == 0 || by[0] == v {
			continue
		}
		into := by[0]
		if into.root() == v {
			continue
		}
		c.mergeInto(l, into.root(), []*voice{v}, func(*voice) (bool, string) {
			if len(by) > 1 {
				return false, "more than one longer label introduces this short one, the first of them is " + into.name
			}
			return judgeShort(into.name, v.name)
		})
	}
	c.mergeManners(l)
}

// introduced returns the short forms that a label with a role introduces.
func introduced(name string) []string {
	if plain := withoutAddress(name); plain != name {
		return []string{plain}
	}
	p, ok := takeApart(name)
	r, _ := utf8.DecodeRuneInString(p.bracket)
	switch {
	case !ok || p.addition == "" && unicode.IsLower(r):
		return nil
	case p.addition != "":
		return append(shortForms(p.base), p.base)
	case isName(p.bracket):
		return []string{p.base, p.bracket}
	}
	return []string{p.base}
}

// shortForms returns the surname of a full name, alone and behind its form of
// address: LONG and SEN. LONG for SEN. ADA LONG.
func shortForms(base string) []string {
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

// withoutAddress returns name without a form of address before two words.
func withoutAddress(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	switch strings.TrimSuffix(first, ".") {
	case "Dr", "Mr", "Mrs", "Ms", "Mx", "Prof", "Professor", "Sir", "Dame", "DR", "MR", "MRS", "MS", "PROF":
		if strings.Contains(rest, " ") {
			return rest
		}
	}
	return name
}

// judgeShort decides whether short means the same as the label full.
func judgeShort(full, short string) (bool, string) {
	if fold(withoutAddress(full)) == fold(short) {
		return false, "the same name without its form of address"
	}
	p, _ := takeApart(full)
	switch {
	case p.addition != "":
		return true, "the longer label introduces the speaker with a role, and no other one introduces this name"
	case fold(short) == fold(p.bracket) && isInitials(p.bracket, p.base):
		return true, "the longer label gives these initials in brackets"
	case isInitials(p.bracket, p.base):
		return true, "the same name without the initials in brackets"
	case fold(short) == fold(p.bracket):
		return false, "the longer label has this name in brackets, perhaps the person in an office"
	}
	return false, "the same words without what stands in brackets, which may name another person"
}

// isInitials reports whether short is the capitals of the words of name.
func isInitials(short, name string) bool {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return short != "" && strings.ToUpper(short) == short && short == b.String()
}

// mergeManners takes a label for the one without what stands in brackets in
// small letters, as in COOPER (voice-over).
func (c *cast) mergeManners(l *ledger) {
	for _, v := range c.voices {
		p, ok := takeApart(v.name)
		r, _ := utf8.DecodeRuneInString(p.bracket)
		if v.into != nil || !ok || !unicode.IsLower(r) || p.addition != "" {
			continue
		}
		if plain := c.byFold[fold(p.base)]; len(plain) > 0 && plain[0].root() != v {
			c.mergeInto(l, plain[0].root(), []*voice{v}, func(*voice) (bool, string) {
				return true, "the same name; what stands in brackets tells how the words are heard"
			})
		}
	}
}

// maxTypoVoices bounds the search for misspelt labels, whose neighbours take
// memory.
const maxTypoVoices = 2000

// proposeTypos offers to take labels that differ in one letter for one speaker.
// Two people may have such names, so it is not done unasked.
func (c *cast) proposeTypos(l *ledger) {
	if len(c.voices) > maxTypoVoices {
		return
	}
	near := map[string]*voice{} // a name with one letter less → the voice
	for _, v := range c.voices {
		if v.into != nil || !typable(v.name) {
			continue
		}
		var found *voice
		for _, form := range shortened(fold(v.name)) {
			if w := near[form]; w != nil && w != v && withinOne(fold(w.name), fold(v.name)) {
				found = w
				break
			}
		}
		if found != nil && found.into == nil {
			into, typo := found, v
			if typo.turns > into.turns {
				into, typo = typo, into
			}
			c.mergeInto(l, into, []*voice{typo}, func(*voice) (bool, string) {
				return false, "the labels differ in one letter, perhaps by a slip"
			})
		}
		for _, form := range shortened(fold(v.name)) {
			if near[form] == nil {
				near[form] = v
			}
		}
	}
}

// typable reports whether name is long enough for a slip, and has no number,
// which tells speakers apart on purpose.
func typable(name string) bool {
	const shortest = 5
	return utf8.RuneCountInString(name) >= shortest && !strings.ContainsFunc(name, unicode.IsDigit)
}

// shortened returns name, and name without each of its letters.
func shortened(name string) []string {
	forms := []string{name}
	for i, r := range name {
		forms = append(forms, name[:i]+name[i+len(string(r)):])
	}
	return forms
}

// minTypoWord is the least length of a word in which a letter may be a slip:
// Speaker A and Speaker B differ on purpose.
const minTypoWord = 4

// wordAround returns the length of the word that holds the rune at i, or that
// ends there.
func wordAround(name []rune, i int) int {
	start, end := min(i, len(name)), min(i, len(name))
	for start > 0 && name[start-1] != ' ' {
		start--
	}
	for end < len(name) && name[end] != ' ' {
		end++
	}
	return end - start
}

// withinOne reports whether one letter of a longer word was changed, added or
// left out.
func withinOne(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if wordAround(y, i) < minTypoWord {
		return false
	}
	if len(x) == len(y) {
		return i < len(x) && string(x[i+1:]) == string(y[i+1:])
	}
	return string(x[i:]) == string(y[i+1:])
}
