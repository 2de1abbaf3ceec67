package flow_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
)

// FuzzEngine feeds the rules with generated programs that use the library in
// odd ways. They must not panic, must come to an end soon, and must say the
// same twice. Without -fuzz it runs a fixed number of programs; longer:
//
//	go test -fuzz=FuzzEngine -fuzztime=60s ./passes/internal/flow
func FuzzEngine(f *testing.F) {
	const seeds = 150
	for seed := range uint64(seeds) {
		f.Add(seed, uint64(6))
	}
	f.Fuzz(func(t *testing.T, seed, size uint64) {
		src := program(seed, int(size%24)+1)
		first := analyse(t, src)
		if second := analyse(t, src); !slices.Equal(first, second) {
			t.Fatalf("two runs differ:\n%v\n%v\n%s", first, second, src)
		}
	})
}

// world is what the generated programs import, loaded once.
var world struct {
	once     sync.Once
	fset     *token.FileSet
	packages map[string]*types.Package
	err      error
}

func imports(t *testing.T) map[string]*types.Package {
	t.Helper()
	dir := checktest.Dir(t)
	world.once.Do(func() {
		world.fset = token.NewFileSet()
		cfg := &packages.Config{Dir: dir, Fset: world.fset, Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps}
		loaded, err := packages.Load(cfg, "github.com/golang-jwt/jwt/v5", "errors", "os", "strings")
		world.err = err
		world.packages = make(map[string]*types.Package)
		packages.Visit(loaded, nil, func(p *packages.Package) { world.packages[p.PkgPath] = p.Types })
	})
	if world.err != nil {
		t.Fatal(world.err)
	}
	return world.packages
}

type importer map[string]*types.Package

func (m importer) Import(path string) (*types.Package, error) {
	if p := m[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no package %q", path)
}

// analyse runs all rules on one program and returns what they report.
func analyse(t *testing.T, src string) []string {
	t.Helper()
	known := imports(t)
	fset := world.fset
	file, err := parser.ParseFile(fset, "generated.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("the generator made a program that does not parse: %v\n%s", err, src)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
		Instances: make(map[*ast.Ident]types.Instance), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{Importer: importer(known), GoVersion: "go1.26"}
	pkg, err := conf.Check("example.com/generated", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatalf("the generator made a program that does not compile: %v\n%s", err, src)
	}
	start := time.Now()
	out := runRules(t, fset, file, pkg, info)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("%v for\n%s", took, src)
	}
	return out
}

// runRules runs every rule, and the engine below them once.
func runRules(t *testing.T, fset *token.FileSet, file *ast.File, pkg *types.Package, info *types.Info) []string {
	var out []string
	results := make(map[*analysis.Analyzer]any)
	var run func(a *analysis.Analyzer)
	run = func(a *analysis.Analyzer) {
		if _, done := results[a]; done {
			return
		}
		for _, req := range a.Requires {
			run(req)
		}
		result, err := a.Run(&analysis.Pass{
			Analyzer: a, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, ResultOf: results,
			Module: &analysis.Module{Path: "example.com/generated"},
			Report: func(d analysis.Diagnostic) {
				p := fset.Position(d.Pos)
				out = append(out, fmt.Sprintf("%d:%d %s", p.Line, p.Column, d.Message))
			},
			ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
			ExportObjectFact:  func(types.Object, analysis.Fact) {},
			ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
			ExportPackageFact: func(analysis.Fact) {},
		})
		if err != nil {
			t.Fatal(err)
		}
		results[a] = result
	}
	for _, a := range []*analysis.Analyzer{
		jwtalg.New().Analyzer, jwtaud.New().Analyzer, jwtexp.New().Analyzer,
		jwtiss.New().Analyzer, jwtkey.New().Analyzer, jwtverify.New().Analyzer,
	} {
		run(a)
	}
	return out
}

// TestProgramsAreOdd: the generator does make programs that use the library,
// and the rules find something in many of them.
func TestProgramsAreOdd(t *testing.T) {
	found := 0
	for seed := range uint64(20) {
		src := program(seed, 12)
		if !strings.Contains(src, "jwt.Parse") {
			t.Errorf("seed %d never verifies", seed)
		}
		found += len(analyse(t, src))
	}
	if found < 20 {
		t.Errorf("only %d findings in 20 programs", found)
	}
}

// program generates a program of about size odd functions.
func program(seed uint64, size int) string {
	g := &generator{rand: rand.New(rand.NewPCG(seed, 1))}
	return g.program(size)
}
