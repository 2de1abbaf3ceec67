package jwtverify

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// forged reports places where a token that somebody has made up is as good as
// an honest one.
func forged(pass *analysis.Pass, rep *diag.Reporter, trust *flow.Trust) {
	f := diag.Finding{Pos: trust.Pos, End: trust.End, Category: "jwtverify/ignored-error",
		Steps: append([]flow.Step{trust.Where}, trust.Steps...)}
	switch {
	case trust.How == flow.Unverified:
		received := trust.Received()
		if len(received) == 0 {
			return // Who can put a token there is out of view.
		}
		f.Category = "jwtverify/unverified"
		f.Steps = append(f.Steps, received[0].Steps...)
		f.Message = trust.Name + " verifies nothing, and its claims count (anybody can write them)"
	case trust.How == flow.CarriesOn && trust.Abort != "":
		f.Message = "the request is refused and goes on to the handler (no valid token is needed); call " + trust.Abort
		f.Fixes = edit.Stop(pass, trust.Pos, trust.Answer, trust.Abort)
	case trust.How == flow.CarriesOn:
		f.Message = "the request is refused and goes on to the handler (no valid token is needed); return after the answer"
		f.Fixes = edit.Leave(pass, trust.Pos, token.NoPos, trust.Answer)
	case trust.Late:
		f.Message = trust.Name + " calls forged tokens expired, too (so they pass); refuse wrong signatures first"
	case trust.Dropped:
		f.Message = "the error of " + trust.Name + " is dropped and the claims are used (forged ones pass); return it"
	default:
		f.Message = "the claims are used although " + trust.Name + " has failed (forged ones pass); return if err != nil"
	}
	rep.Report(f)
}
