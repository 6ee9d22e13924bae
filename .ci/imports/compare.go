package main

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// compare compares the imports of all packages with the rules, which are the rows of
// the import table. It returns a line of text for each import that the rules forbid. It
// also returns one for each package that is in no row, and for each row that names no
// package.
func compare(rules []rule, module string, packages map[string][]string) []string {
	var faults []string
	// The rules name packages without the module's name. So the package
	// "m/shared/render" of the module m is looked up as "shared/render".
	byPackage := make(map[string]rule)
	for _, r := range rules {
		for _, p := range r.packages {
			byPackage[p] = r
		}
	}
	rest := maps.Clone(byPackage)
	for full, imports := range packages {
		name := strings.TrimPrefix(full, module+"/")
		r, ok := byPackage[name]
		if !ok {
			faults = append(faults, name+" has no row in the table")
			continue
		}
		delete(rest, name)
		slices.Sort(imports)
		for _, imported := range slices.Compact(imports) {
			if !r.allows(module, imported) {
				faults = append(faults, fmt.Sprintf("%s may not import %s", name, imported))
			} else if inner, ok := byPackage[strings.TrimPrefix(imported, module+"/")]; ok {
				faults = append(faults, r.weaker(name, imported, inner)...)
			}
		}
	}
	for name := range maps.Keys(rest) {
		faults = append(faults, name+" is in the table and not in the module")
	}
	return faults
}

func (r rule) allows(module, imported string) bool {
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		return slices.ContainsFunc(r.ours, func(pattern string) bool { return matches(pattern, ours) })
	}
	if isFree(imported) {
		return !isOrBelow(imported, r.banned)
	}
	return isOrBelow(imported, r.others)
}

// isOrBelow reports whether the list has the package or a parent folder of the package.
// For example, "net" is a parent folder of "net/http".
func isOrBelow(imported string, list []string) bool {
	return slices.ContainsFunc(list, func(other string) bool {
		return imported == other || strings.HasPrefix(imported, other+"/")
	})
}

// weaker finds bans that an import could bypass. For example, package "shared/a"
// imports "shared/b". The rule of shared/a (its row of the import table) bans "fmt",
// and the rule of shared/b does not. Then shared/a could use fmt through shared/b.
// weaker returns a line of text for each such ban. The arguments name and imported are
// the importing and the imported package. The receiver r and the argument inner are
// their rules.
func (r rule) weaker(name, imported string, inner rule) []string {
	var faults []string
	for _, banned := range r.banned {
		if !slices.Contains(inner.banned, banned) {
			faults = append(faults, fmt.Sprintf("%s bans %s, but imports %s, which does not", name, banned, imported))
		}
	}
	return faults
}

func matches(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return err == nil && ok
}

// isFree reports whether a package may be imported although no row of the import table
// allows the import. That is true for the standard library, except for syscall/js, which
// gives access to JavaScript. A row may still ban a free package.
func isFree(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && imported != "syscall/js"
}
