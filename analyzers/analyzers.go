// Package analyzers is the registry: the one list of rules that every driver runs.
package analyzers

import (
	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// All returns a fresh copy of every rule, sorted by name. The copies share
// nothing with those of another call, so flags can be set on them.
func All() []*rule.Rule {
	shared := engine.New()
	return []*rule.Rule{
		jwtalg.New(shared),
		jwtaud.New(shared),
		jwtexp.New(shared),
		jwtiss.New(shared),
		jwtkey.New(shared),
		jwtsub.New(),
		jwtverify.New(shared),
	}
}
