package access

import (
	"fmt"
	"os"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

func TestDebug(t *testing.T) {
	dir, pat := os.Getenv("DBG_DIR"), os.Getenv("DBG_PKG")
	if dir == "" {
		t.Skip()
	}
	opts := &Options{}
	a := New(opts)
	a.Run = func(pass *analysis.Pass) (any, error) {
		if !inMainModule(pass) || !usesTokens(pass) || !mayMatter(pass) {
			return &Result{}, nil
		}
		e := newEngine(pass, opts)
		e.summarise()
		res := &Result{Findings: e.judge()}
		e.export()
		if f := os.Getenv("DBG_ONLY"); f == "" || pass.Pkg.Name() == f {
			e.dump()
			e.dumpFacts()
			for _, f := range res.Findings {
				fmt.Printf("FINDING %s %+v\n", pass.Fset.Position(f.Pos), f)
			}
		}
		return res, nil
	}
	pkgs, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.LoadAllSyntax | packages.NeedModule}, pat)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil); err != nil {
		t.Fatal(err)
	}
}

func (e *engine) dump() {
	fmt.Println("PACKAGE", e.pass.Pkg.Path())
	for _, fn := range e.funcs {
		if fn.Parent() != nil {
			continue
		}
		u := e.units[fn]
		if u == nil {
			continue
		}
		fmt.Println("FUNC", fn, "knows", u.knows, "checks", u.checks)
		for sc, c := range u.chains {
			for _, a := range c.Acts {
				fmt.Printf("   act %v scope %d met=%v owned=%v late=%v unseen=%v metby=%v rec=%+v at %s\n", a.String(), sc, a.Met, a.Owned, a.Late, a.Unseen, a.MetBy, a.Record, a.Where)
			}
			for _, g := range c.Gates {
				fmt.Println("   gate", sc, g)
			}
		}
		for _, g := range u.guards {
			fmt.Printf("   guard role=%v deciding=%v a=%s b=%s block=%v fn=%v\n", g.role, g.deciding, u.show(g.a), u.show(g.b), g.block, g.fn.Name())
		}
		for _, s := range u.sets {
			fmt.Printf("   set %+v\n", s)
		}
		fmt.Println("   returns", u.cached.Results, "fills", u.cached.Fills)
	}
	for _, r := range e.routes() {
		c := r.chain()
		g := c.guarded
		fmt.Printf("ROUTE %s %s%s verifies=%v knows=%v passes=%v guessed=%v open=%v alone=%v links=%v gates=%v acts=%v\n", r.method, r.front.prefix, r.path, c.Verifies, c.Knows, c.Passes, g, r.front.open, c.alone, linkNames(r), c.Gates, c.Acts)
	}
}

func (u *unit) show(s set) string {
	out := "{"
	s.members(func(i int) { out += u.origins[i].String() + ";" })
	return out + "}"
}
