package gclplugin

import (
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// fold makes one issue of a diagnostic. golangci-lint shows a related position
// as an issue of its own, at the diagnostic's line if it is in another file;
// it applies all alternatives among the fixes, and of each only
// the edits in the diagnostic's file.
func fold(pass *analysis.Pass, d analysis.Diagnostic) analysis.Diagnostic {
	var b strings.Builder
	b.WriteString(d.Message)
	for i, step := range d.Related {
		at := pass.Fset.Position(step.Pos)
		fmt.Fprintf(&b, "; #%d %s:%d: %s", i+1, filepath.Base(at.Filename), at.Line, step.Message)
	}
	d.Message, d.Related = b.String(), nil
	if len(d.SuggestedFixes) > 0 {
		d.SuggestedFixes = d.SuggestedFixes[:1:1]
		if !staysInFile(pass, d) {
			d.SuggestedFixes = nil
		}
	}
	return d
}

// staysInFile reports whether the diagnostic's fixes change its own file only.
func staysInFile(pass *analysis.Pass, d analysis.Diagnostic) bool {
	file := pass.Fset.File(d.Pos)
	for _, fix := range d.SuggestedFixes {
		for _, edit := range fix.TextEdits {
			if pass.Fset.File(edit.Pos) != file {
				return false
			}
		}
	}
	return true
}
