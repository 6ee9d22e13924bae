package main

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// compare returns a finding for each import that the rules do not allow, each package
// without a row in the table, and each row without a package.
func compare(rules []rule, module string, packages map[string][]string) []string {
	var faults []string
	// Rules have no module name: the package "m/shared/render" is looked up as
	// "shared/render".
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

// isOrBelow reports whether a package is in the list or below a package in the list:
// "net/http" is below "net".
func isOrBelow(imported string, list []string) bool {
	return slices.ContainsFunc(list, func(other string) bool {
		return imported == other || strings.HasPrefix(imported, other+"/")
	})
}

// weaker returns a finding for each package that r bans and inner, the rule of an
// imported package, does not. Through that import r's packages could reach the banned
// one.
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

// isFree reports whether every package may import the path unless a ban names it. That
// is true for the standard library except syscall/js, which gives access to JavaScript.
func isFree(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && imported != "syscall/js"
}
