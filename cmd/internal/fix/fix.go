// Package fix applies the fixes that findings offer.
package fix

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"os"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
)

// Change is what fixes make of one file.
type Change struct {
	File     string
	Old, New []byte
}

// Plan is what a list of fixes amounts to.
type Plan struct {
	Changes []Change      // sorted by file
	Left    []finding.Fix // not applied, because they overlap with one before them
}

// Merge reads the files that the fixes are for, and applies them in memory. A
// fix is applied as a whole or not at all: one that overlaps with an earlier
// one is left. Several that insert at one place do not overlap; they
// stand there in their order. Changed files are formatted.
func Merge(fixes []finding.Fix) (*Plan, error) {
	plan := new(Plan)
	edits := make(map[string][]finding.Edit)
	for _, f := range fixes {
		if slices.ContainsFunc(f.Edits, func(e finding.Edit) bool { return conflicts(e, edits[e.File]) }) {
			plan.Left = append(plan.Left, f)
			continue
		}
		for _, e := range f.Edits {
			if !slices.ContainsFunc(edits[e.File], e.Same) {
				edits[e.File] = append(edits[e.File], e)
			}
		}
	}
	for file, list := range edits {
		change, err := apply(file, list)
		if err != nil {
			return nil, err
		}
		plan.Changes = append(plan.Changes, change)
	}
	slices.SortFunc(plan.Changes, func(a, b Change) int { return cmp.Compare(a.File, b.File) })
	return plan, nil
}

// conflicts reports whether an edit overlaps with one of others that is not the
// same.
func conflicts(e finding.Edit, others []finding.Edit) bool {
	return slices.ContainsFunc(others, func(o finding.Edit) bool {
		if e.Same(o) {
			return false
		}
		if e.Start == o.Start && e.End == o.End {
			return e.Start < e.End // Two texts for one; insertions go beside each other.
		}
		return e.Start < o.End && o.Start < e.End
	})
}

// apply makes the edits, which do not overlap, and formats the result.
func apply(file string, edits []finding.Edit) (Change, error) {
	old, err := os.ReadFile(file)
	if err != nil {
		return Change{}, err
	}
	slices.SortStableFunc(edits, func(a, b finding.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out bytes.Buffer
	done := 0
	for _, e := range edits {
		if e.End > len(old) || e.Start < done {
			return Change{}, fmt.Errorf("%s has changed while it was analysed; nothing is fixed", file)
		}
		out.Write(old[done:e.Start])
		out.WriteString(e.New)
		done = e.End
	}
	out.Write(old[done:])
	pretty, err := format.Source(out.Bytes())
	if err != nil {
		return Change{}, fmt.Errorf("%s would not parse any more: %w", file, err)
	}
	return Change{file, old, pretty}, nil
}

// Write writes the change to its file, whose permissions stay.
func (c Change) Write() error { return os.WriteFile(c.File, c.New, 0o644) }

// Diff is the change as a unified diff, with these names for the two sides.
func (c Change) Diff(from, to string) string {
	return string(diff.Diff(from, c.Old, to, c.New))
}
