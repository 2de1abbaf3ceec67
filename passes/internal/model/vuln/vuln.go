// Package vuln is what the Go vulnerability database says about JWT libraries:
// facts alone, in a table that a program has made from the database's files.
//
// To bring it up to date, check the database out (github.com/golang/vulndb),
// and give its folder and the date of its last commit:
//
//	VULNDB=../vulndb/data/osv VULNDB_DATE=2026-08-21 go generate ./passes/internal/model/vuln
package vuln

import (
	"slices"

	"golang.org/x/mod/semver"
)

//go:generate go run ./table -from $VULNDB -date $VULNDB_DATE -o entries.go

// What a library that is reported looks like, and its correction.
const (
	Bad  = "import \"github.com/dgrijalva/jwt-go\""
	Good = "import \"github.com/golang-jwt/jwt/v5\""
)

// Entry is what an entry of the database says about one module.
type Entry struct {
	ID      string   // GO-2025-3553
	Aliases []string // what others call it: CVE-2025-30204
	Module  string
	// Packages are the import paths of those that have the fault; of one below
	// "internal" the package that it belongs to. Empty: the entry names none.
	Packages []string
	Affected []Range
}

// Range is a range of versions, from one up to another that is not in it.
type Range struct {
	From   string // "" for the first version
	Before string // "" if no version mends it
}

// has reports whether a version lies in the range. What stands behind a "+" is
// no part of the order.
func (r Range) has(version string) bool {
	return (r.From == "" || semver.Compare(version, r.From) >= 0) && (r.Before == "" || semver.Compare(version, r.Before) < 0)
}

// Fault is a vulnerability that a version of a module has.
type Fault struct {
	*Entry
	Fixed string // the version that mends it, "" if none does
	Words string // what can happen, in a few words; "" if nobody has written them
}

// Of returns the faults that a version of a module has for a program that
// imports the packages given, by their IDs.
func Of(module, version string, imported []string) []Fault {
	if !semver.IsValid(version) {
		return nil
	}
	var out []Fault
	for i := range Entries {
		e := &Entries[i]
		if e.Module != module || len(e.Packages) > 0 && !slices.ContainsFunc(e.Packages, func(p string) bool { return slices.Contains(imported, p) }) {
			continue
		}
		if r := slices.IndexFunc(e.Affected, func(r Range) bool { return r.has(version) }); r >= 0 {
			out = append(out, Fault{Entry: e, Fixed: e.Affected[r].Before, Words: words[e.ID]})
		}
	}
	return out
}

// Fixed returns the first version that has none of the faults, "" if one of
// them is not mended.
func Fixed(faults []Fault) string {
	newest := ""
	for _, f := range faults {
		if f.Fixed == "" {
			return ""
		}
		if newest == "" || semver.Compare(f.Fixed, newest) > 0 {
			newest = f.Fixed
		}
	}
	return newest
}
