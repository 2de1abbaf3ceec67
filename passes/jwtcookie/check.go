package jwtcookie

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports cookies that hold a token and lack an attribute.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	rep := diag.New(pass, opts)
	seen := make(map[token.Pos]bool)
	for _, use := range flow.ResultOf(pass).Sinks {
		if use.Sink != flow.SetsCookie || seen[use.Pos] {
			continue
		}
		for _, leaf := range use.Value.Leaves() {
			if leaf.Source == flow.FromSigning {
				open(rep, use, leaf)
				seen[use.Pos] = true
				break
			}
		}
	}
	return rep.Used(), nil
}

// open reports each attribute that the cookie lacks.
func open(rep *diag.Reporter, use *flow.SinkUse, leaf flow.Value) {
	cookie := "a cookie"
	if use.Cookie.Name != "" && len(use.Cookie.Name) <= 20 {
		cookie = "the cookie " + use.Cookie.Name
	}
	report := func(set bool, category, message string) {
		if !set {
			rep.Report(diag.Finding{Pos: use.Pos, End: use.End, Category: category, Steps: append(leaf.Steps, use.Steps...),
				Message: "the token in " + cookie + " " + message})
		}
	}
	report(use.Cookie.HTTPOnly, "jwtcookie/httponly", "has no HttpOnly (scripts of the page read it); set it")
	report(use.Cookie.Secure, "jwtcookie/secure", "has no Secure (it is sent over plain HTTP too); set it")
	report(use.Cookie.SameSite, "jwtcookie/samesite", "has no SameSite (other sites' requests may carry it); set Lax or Strict")
}
