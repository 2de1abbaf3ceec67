// Package finding is the one record that all outputs print.
package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Place is a position in a file, the columns in bytes from 1.
type Place struct {
	File         string
	Line, Column int
}

// String is file:line:column.
func (p Place) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// Step is one place of the flow that makes a finding true.
type Step struct {
	Place  Place
	Phrase string
}

// Finding is one diagnostic, resolved to files and lines.
type Finding struct {
	Rule     *rule.Rule
	Category rule.Category
	Message  string // without the category at its end
	Start    Place
	End      Place // of the same file; equal to Start where there is no extent
	Steps    []Step
	Fixes    []Fix  // the first is the one to apply
	Function string // that it stands in: "T.Method"; "" outside of functions
	Code     string // its line, with single spaces
	// Fingerprint stays the same when lines above are added or removed.
	Fingerprint string
	// Diagnostic is what it was made from.
	Diagnostic driver.Diagnostic
}

// Levels decides at which level a category is reported, if at all.
type Levels interface {
	Rules() []*rule.Rule
	LevelOf(r *rule.Rule, c rule.Category) (level rule.Level, reported bool)
}

// Collect turns diagnostics into findings, those that are to be reported, sorted
// by place, each once. File names are relative to base where they lie below it.
func Collect(fset *token.FileSet, diags []driver.Diagnostic, levels Levels, base string) ([]Finding, error) {
	byName := make(map[string]*rule.Rule)
	for _, r := range levels.Rules() {
		byName[r.Name] = r
	}
	var out []Finding
	for _, d := range diags {
		r := byName[d.Analyzer.Name]
		if r == nil {
			return nil, fmt.Errorf("finding of an unknown rule %q", d.Analyzer.Name)
		}
		cat, ok := r.Category(d.Category)
		if !ok {
			return nil, fmt.Errorf("rule %s reports an unknown category %q", r.Name, d.Category)
		}
		level, reported := levels.LevelOf(r, cat)
		if !reported {
			continue
		}
		cat.Level = level
		out = append(out, resolve(fset, d, r, cat, base))
	}
	slices.SortStableFunc(out, compare)
	out = slices.CompactFunc(out, func(a, b Finding) bool { return compare(a, b) == 0 })
	fingerprint(out, base)
	return out, nil
}

func resolve(fset *token.FileSet, d driver.Diagnostic, r *rule.Rule, cat rule.Category, base string) Finding {
	f := Finding{Rule: r, Category: cat, Message: strings.TrimSuffix(d.Message, " ("+cat.Name+")"), Diagnostic: d}
	f.Start = place(fset, d.Pos, base)
	f.End = f.Start
	if d.End.IsValid() {
		f.End = place(fset, d.End, base)
	}
	f.Fixes = FixesOf(fset, d.Diagnostic, base)
	for _, rel := range d.Related {
		f.Steps = append(f.Steps, Step{place(fset, rel.Pos, base), rel.Message})
	}
	return f
}

func place(fset *token.FileSet, pos token.Pos, base string) Place {
	p := fset.Position(pos)
	file := p.Filename
	if rel, err := filepath.Rel(base, file); err == nil && filepath.IsLocal(rel) {
		file = filepath.ToSlash(rel)
	}
	return Place{file, p.Line, p.Column}
}

func compare(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Start.File, b.Start.File), cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column), cmp.Compare(a.Category.Name, b.Category.Name),
		cmp.Compare(a.Message, b.Message))
}

// fingerprint tells where each finding stands, and numbers equal ones in one
// function, so that each has a fingerprint of its own that does not depend
// on line numbers.
func fingerprint(findings []Finding, base string) {
	source := NewSource(base)
	seen := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		f.Code = strings.Join(strings.Fields(source.Line(f.Start)), " ")
		f.Function = source.Function(f.Start)
		key := strings.Join([]string{f.Category.Name, f.Start.File, f.Function, f.Code}, "\x00")
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}
