// Package analyzers is the registry: the one list of rules that every driver runs.
package analyzers

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
	"github.com/jwtvet/jwtvet/passes/jwtaudit"
	"github.com/jwtvet/jwtvet/passes/jwtcookie"
	"github.com/jwtvet/jwtvet/passes/jwtdep"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
	"github.com/jwtvet/jwtvet/passes/jwtignore"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
	"github.com/jwtvet/jwtvet/passes/jwtkid"
	"github.com/jwtvet/jwtvet/passes/jwtleak"
	"github.com/jwtvet/jwtvet/passes/jwtpanic"
	"github.com/jwtvet/jwtvet/passes/jwtrefresh"
	"github.com/jwtvet/jwtvet/passes/jwtscope"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
	"github.com/jwtvet/jwtvet/passes/jwttyp"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// All returns a fresh copy of every rule, sorted by name, ready to run all
// together. The copies share nothing with those of another call, so flags can
// be set on them. To run some of them, Select those.
func All() []*rule.Rule { return With(nil) }

// With is All for a project that has described packages of its own.
func With(own *engine.Own) []*rule.Rule {
	shared, callers := engine.New(own), engine.NewAccess(own)
	all := []*rule.Rule{
		jwtalg.New(shared),
		jwtaud.New(shared),
		jwtaudit.New(shared, own),
		jwtcookie.New(shared),
		jwtdep.New(shared),
		jwtexp.New(shared),
		jwtignore.New(shared),
		jwtiss.New(shared),
		jwtkey.New(shared),
		jwtkid.New(shared),
		jwtleak.New(shared),
		jwtpanic.New(shared),
		jwtrefresh.New(shared),
		jwtscope.New(callers),
		jwtsub.New(callers),
		jwttyp.New(shared),
		jwtverify.New(shared),
	}
	return Select(all, func(*rule.Rule) bool { return true })
}

// Select returns the rules to run and tells them of each other: one that looks
// at what the others found requires those that run, and no more.
// Every front end chooses its rules here.
func Select(all []*rule.Rule, keep func(*rule.Rule) bool) []*rule.Rule {
	running := slices.DeleteFunc(slices.Clone(all), func(r *rule.Rule) bool { return !keep(r) })
	for _, r := range running {
		if r.Beside != nil {
			r.Beside(all, running)
		}
	}
	return running
}
