package gclplugin

import (
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// gathered holds what the rules have reported in packages that are being
// analysed, for the linter to report in its own name. Of an issue by
// an analyzer of another name golangci-lint prints that name as well, before a
// message that ends with the category and so says it already.
type gathered struct {
	mu sync.Mutex // golangci-lint analyses packages at the same time
	in map[*types.Package][]driver.Diagnostic
}

// from makes the analyzer of a rule report here.
func (g *gathered) from(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		inner := *pass
		inner.Report = func(d analysis.Diagnostic) {
			g.mu.Lock()
			defer g.mu.Unlock()
			g.in[pass.Pkg] = append(g.in[pass.Pkg], driver.Diagnostic{Analyzer: a, Diagnostic: d})
		}
		return run(&inner)
	}
}

// take returns what was reported in a package, once.
func (g *gathered) take(pkg *types.Package) []driver.Diagnostic {
	g.mu.Lock()
	defer g.mu.Unlock()
	found := g.in[pkg]
	delete(g.in, pkg)
	return found
}
