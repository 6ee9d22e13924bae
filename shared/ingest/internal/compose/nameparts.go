package compose

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
)

// proposeSurnames proposes to merge a surname into a full name that ends with it:
// "Long" into "Ada Long". It does so only if exactly one longer name ends with this
// word. An editor must accept the proposal, because two people may share a surname.
func (c *speakerSet) proposeSurnames(l *draft.Ledger) {
	byLast := map[string][]*spelling{}
	for _, v := range c.spellings {
		if i := strings.LastIndexByte(v.name, ' '); i >= 0 && v.into == nil && label.JoinedNames(v.name) == nil {
			last := label.Fold(v.name[i+1:])
			byLast[last] = append(byLast[last], v)
		}
	}
	for _, v := range c.spellings {
		if full := byLast[label.Fold(v.name)]; v.into == nil && len(full) == 1 {
			c.mergeInto(l, full[0], []*spelling{v}, func(*spelling) (bool, string) {
				return false, "the shorter label is the last word of the longer one, which may be a surname"
			})
		}
	}
}

// proposeFirstNames proposes to merge a first name into a full name that begins with
// it: "Ada" into "Ada Long". It does so only if exactly one longer name begins with this
// word. An editor must accept the proposal, because two people may share a first name.
func (c *speakerSet) proposeFirstNames(l *draft.Ledger) {
	byFirst := map[string][]*spelling{}
	for _, v := range c.spellings {
		full := label.WithoutAddress(v.name)
		if i := strings.IndexByte(full, ' '); i > 0 && v.into == nil && !label.HasDigit(full) && label.JoinedNames(full) == nil {
			first := label.Fold(full[:i])
			byFirst[first] = append(byFirst[first], v)
		}
	}
	for _, v := range c.spellings {
		full := byFirst[label.Fold(v.name)]
		if v.into != nil || len(full) != 1 {
			continue
		}
		c.mergeInto(l, full[0], []*spelling{v}, func(*spelling) (bool, string) {
			return false, "the shorter label is the first word of the longer one, which may be a first name"
		})
	}
}
