package jwtverify

import (
	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// lenient reports verifications whose checks are switched off, and middlewares
// whose outcome nobody asks for.
func lenient(rep *diag.Reporter, result *flow.Result, site *flow.Site) {
	if result.Unenforced(site) {
		rep.Report(diag.Finding{Pos: site.Pos, End: site.End, Category: "jwtverify/not-enforced", Steps: site.Steps,
			Message: site.Name + " refuses no request (everybody gets in, without a token); put " + site.Model().Enforcers[0] + " behind it"})
	}
	// Where nothing checks the signature, a younger token is no better.
	unsigned, _ := site.SignatureOff()
	off := result.Off(site)
	if unsigned || off == "" || result.ClaimCheck(site, model.Exp).State != flow.NotChecked {
		return
	}
	rep.Report(diag.Finding{Pos: site.Pos, End: site.End, Category: "jwtverify/validation-off", Steps: site.Steps,
		Message: off + " makes " + site.Name + " accept old tokens (stolen ones do for ever); drop it"})
}
