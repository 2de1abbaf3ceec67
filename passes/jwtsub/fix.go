package jwtsub

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
)

// leave is the fix that ends a branch which refuses the caller and goes on.
// There is none if several branches could be meant.
func leave(pass *analysis.Pass, result *access.Result, f access.Finding) []analysis.SuggestedFix {
	if f.Fault != access.Ineffective {
		return nil
	}
	branches := result.Unfinished(f)
	if len(branches) != 1 {
		return nil
	}
	return edit.Leave(pass, f.Pos, branches[0].Cond, branches[0].Answer)
}
