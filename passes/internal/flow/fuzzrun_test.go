package flow_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
)

const jwtPath = "github.com/golang-jwt/jwt/v5"

// world is what the generated programs import, loaded once.
type world struct {
	fset     *token.FileSet
	packages map[string]*types.Package
}

var loadOnce struct {
	sync.Once
	world world
	err   error
}

func load(t *testing.T) world {
	t.Helper()
	dir := checktest.Dir(t)
	loadOnce.Do(func() {
		w := world{token.NewFileSet(), make(map[string]*types.Package)}
		cfg := &packages.Config{Dir: dir, Fset: w.fset, Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps}
		loaded, err := packages.Load(cfg, jwtPath, "errors", "fmt", "iter", "os", "strings", "sync")
		packages.Visit(loaded, nil, func(p *packages.Package) { w.packages[p.PkgPath] = p.Types })
		loadOnce.world, loadOnce.err = w, err
	})
	if loadOnce.err != nil {
		t.Fatal(loadOnce.err)
	}
	return loadOnce.world
}

// run is one analysis of one program.
type run struct {
	t       *testing.T
	program generated
	world   world
	known   map[string]*types.Package
	files   []*token.File
	facts   map[factKey][]byte // encoded, as drivers hand them on
	out     []string
}

type factKey struct {
	of   any // types.Object or *types.Package
	kind reflect.Type
}

// analyse runs all rules on lib and app, and returns what they report and,
// for comparison, the facts.
func analyse(t *testing.T, p generated) []string {
	t.Helper()
	w := load(t)
	r := &run{t: t, program: p, world: w, known: maps.Clone(w.packages), facts: make(map[factKey][]byte)}
	defer func() {
		for _, f := range r.files { // or a long fuzz run fills the memory
			w.fset.RemoveFile(f)
		}
	}()
	r.export(w.packages[jwtPath], &flow.PackageFact{Reaches: true, Version: p.version})
	r.pkg("lib", p.lib)
	r.pkg("app", p.app)
	return append(r.out, r.factLines()...)
}

func (r *run) Import(path string) (*types.Package, error) {
	if p := r.known[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no package %q", path)
}

// pkg type-checks one package and runs the rules on it. A program that does
// not compile is the generator's fault.
func (r *run) pkg(name, src string) {
	r.t.Helper()
	path := "example.com/generated/" + name
	file, err := parser.ParseFile(r.world.fset, name+".go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		r.t.Fatalf("the generator made a program that does not parse: %v\n%s", err, src)
	}
	r.files = append(r.files, r.world.fset.File(file.FileStart))
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
		Instances: make(map[*ast.Ident]types.Instance), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string),
	}
	sizes := types.SizesFor("gc", runtime.GOARCH)
	conf := types.Config{Importer: r, GoVersion: "go1.26", Sizes: sizes}
	pkg, err := conf.Check(path, r.world.fset, []*ast.File{file}, info)
	if err != nil {
		r.t.Fatalf("the generator made a program that does not compile: %v\n%s", err, src)
	}
	r.known[path] = pkg
	pass := analysis.Pass{
		Fset: r.world.fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: sizes,
		ResultOf: make(map[*analysis.Analyzer]any), Module: &analysis.Module{Path: "example.com/generated"},
		Report:            r.report,
		ImportObjectFact:  func(obj types.Object, f analysis.Fact) bool { return r.lookup(obj, f) },
		ExportObjectFact:  func(obj types.Object, f analysis.Fact) { r.export(obj, f) },
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool { return r.lookup(p, f) },
		ExportPackageFact: func(f analysis.Fact) { r.export(pkg, f) },
	}
	for _, a := range []*analysis.Analyzer{
		jwtalg.Analyzer, jwtaud.Analyzer, jwtexp.Analyzer,
		jwtiss.Analyzer, jwtkey.Analyzer, jwtverify.Analyzer,
	} {
		r.analyzer(pass, a)
	}
}

// analyzer runs an analyzer after those that it requires, the engine once.
func (r *run) analyzer(pass analysis.Pass, a *analysis.Analyzer) {
	if _, done := pass.ResultOf[a]; done {
		return
	}
	for _, req := range a.Requires {
		r.analyzer(pass, req)
	}
	pass.Analyzer = a
	result, err := a.Run(&pass)
	if err != nil {
		r.t.Fatalf("%s: %v\n%s", a.Name, err, r.program)
	}
	pass.ResultOf[a] = result
}

func (r *run) report(d analysis.Diagnostic) {
	line := fmt.Sprintf("%s: %s", r.world.fset.Position(d.Pos), d.Message)
	for _, step := range d.Related {
		line += fmt.Sprintf("\n\t%s: %s", r.world.fset.Position(step.Pos), step.Message)
	}
	r.out = append(r.out, line)
}

// maxGeneratedFact is what no fact may exceed, however odd the program; those
// of plain code are smaller by far, see TestFacts.
const maxGeneratedFact = 1 << 20

func (r *run) export(of any, fact analysis.Fact) {
	data := checktest.Encode(r.t, fact)
	if len(data) > maxGeneratedFact {
		r.t.Errorf("%v: %T has %d bytes\n%s", of, fact, len(data), r.program)
	}
	r.facts[factKey{of, reflect.TypeOf(fact)}] = data
}

func (r *run) lookup(of any, fact analysis.Fact) bool {
	data, ok := r.facts[factKey{of, reflect.TypeOf(fact)}]
	if !ok {
		return false
	}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(fact); err != nil {
		r.t.Fatal(err)
	}
	return true
}

// factLines says what the facts are, in an order of their own.
func (r *run) factLines() []string {
	var out []string
	for key, data := range r.facts {
		out = append(out, fmt.Sprintf("%v %v %x", key.of, key.kind, data))
	}
	slices.Sort(out)
	return out
}
