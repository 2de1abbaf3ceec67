package finding

import (
	"path/filepath"
	"slices"
)

// Rebase returns the findings with files named relative to the folder root
// instead of base, as far as they lie below root. The fingerprints follow the
// names, so that two modules of one repository do not share any.
func Rebase(findings []Finding, base, root string) []Finding {
	if base == root {
		return findings
	}
	out := slices.Clone(findings)
	for i := range out {
		f := &out[i]
		f.Start.File = renamed(f.Start.File, base, root)
		f.End.File = renamed(f.End.File, base, root)
		f.Steps = slices.Clone(f.Steps)
		for j := range f.Steps {
			f.Steps[j].Place.File = renamed(f.Steps[j].Place.File, base, root)
		}
	}
	slices.SortStableFunc(out, compare)
	fingerprint(out, root)
	return out
}

// renamed is the name of a file relative to root; its full path if it lies elsewhere.
func renamed(file, base, root string) string {
	if !filepath.IsAbs(file) {
		file = filepath.Join(base, filepath.FromSlash(file))
	}
	rel, err := filepath.Rel(root, file)
	if err != nil || !filepath.IsLocal(rel) {
		return file
	}
	return filepath.ToSlash(rel)
}
