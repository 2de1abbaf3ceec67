package finding

import (
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// Fix is a change that makes a finding go away.
type Fix struct {
	Message string // what it does, as a title
	Edits   []Edit
}

// Edit puts a text in place of another. File is the name under which the
// file was read; Start and End are offsets in bytes.
type Edit struct {
	File       string
	Start, End int
	New        string
	From, To   Place // the same, as people count
}

// FixesOf resolves the fixes of a diagnostic to files and offsets. Places are
// named relative to base where they lie below it.
func FixesOf(fset *token.FileSet, d analysis.Diagnostic, base string) []Fix {
	var out []Fix
	for _, fix := range d.SuggestedFixes {
		f := Fix{Message: fix.Message}
		for _, e := range fix.TextEdits {
			end := e.End
			if !end.IsValid() {
				end = e.Pos
			}
			file := fset.File(e.Pos)
			f.Edits = append(f.Edits, Edit{
				File: file.Name(), Start: file.Offset(e.Pos), End: file.Offset(end), New: string(e.NewText),
				From: place(fset, e.Pos, base), To: place(fset, end, base),
			})
		}
		out = append(out, f)
	}
	return out
}

// Same reports whether two edits do the same.
func (e Edit) Same(o Edit) bool {
	return e.File == o.File && e.Start == o.Start && e.End == o.End && e.New == o.New
}
