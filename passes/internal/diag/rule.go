package diag

import (
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Rule completes a rule whose analyzer has no more than a name and a doc: it
// asks the engine, which no other rule asks meanwhile, obeys the comments that
// silence findings and tells which it has used, and run gets the options that
// every rule has.
func Rule(r *rule.Rule, engine *analysis.Analyzer, run func(*analysis.Pass, *rule.Options) (any, error)) *rule.Rule {
	opts := new(rule.Options)
	a := r.Analyzer
	a.URL = "https://github.com/jwtvet/jwtvet#" + a.Name
	a.Requires = []*analysis.Analyzer{engine, ignore.Analyzer}
	a.ResultType = reflect.TypeFor[*ignore.Used]()
	a.Run = func(pass *analysis.Pass) (any, error) {
		// Many drivers run the rules of a package at the same time, and engines
		// remember what they have found out.
		shared := pass.ResultOf[engine].(sync.Locker)
		shared.Lock()
		defer shared.Unlock()
		return run(pass, opts)
	}
	opts.Register(a)
	return r
}
