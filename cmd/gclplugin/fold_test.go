package gclplugin

import (
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestFold: what golangci-lint would show as further issues, or apply twice or
// by halves, is not handed over.
func TestFold(t *testing.T) {
	fset := token.NewFileSet()
	here, there := fset.AddFile("some/here.go", -1, 100), fset.AddFile("some/there.go", -1, 100)
	here.AddLine(40)
	there.AddLine(20)
	edit := func(f *token.File) analysis.SuggestedFix {
		return analysis.SuggestedFix{TextEdits: []analysis.TextEdit{{Pos: f.Pos(1), NewText: []byte(f.Name())}}}
	}
	pass := &analysis.Pass{Fset: fset}
	d := fold(pass, analysis.Diagnostic{
		Pos: here.Pos(50), Message: "it is so (jwtkey/default)",
		Related: []analysis.RelatedInformation{
			{Pos: there.Pos(30), Message: "the text stands here"},
			{Pos: here.Pos(3), Message: "signs with it here"},
		},
		SuggestedFixes: []analysis.SuggestedFix{edit(here), edit(there)},
	})
	const want = "it is so (jwtkey/default); #1 there.go:2: the text stands here; #2 here.go:1: signs with it here"
	if d.Message != want || len(d.Related) != 0 {
		t.Errorf("got  %s and %d related\nwant %s and none", d.Message, len(d.Related), want)
	}
	if len(d.SuggestedFixes) != 1 || string(d.SuggestedFixes[0].TextEdits[0].NewText) != "some/here.go" {
		t.Errorf("the first fix alone has to be left: %v", d.SuggestedFixes)
	}
	d = fold(pass, analysis.Diagnostic{Pos: here.Pos(50), SuggestedFixes: []analysis.SuggestedFix{edit(there)}})
	if len(d.SuggestedFixes) != 0 {
		t.Errorf("a fix of another file is left: %v", d.SuggestedFixes)
	}
}
