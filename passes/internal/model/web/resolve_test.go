package web

import (
	"fmt"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// elsewhere lists the frameworks that the fixtures' module lacks, has at a
// release after the last one with these functions, or cannot load whole.
var elsewhere = []*Framework{chi1, echoOldJWT, fiberOldJWT, irisJWT}

// release is one version of a framework.
type release struct {
	*Framework
	version string
}

func (r release) String() string {
	if r.Module == "" {
		return r.Name
	}
	return r.Name + "@" + r.version
}

// TestRowsResolve type-checks the real frameworks and looks every row up in
// them, at the newest release and, where a row says so, at the oldest.
func TestRowsResolve(t *testing.T) {
	if testing.Short() {
		t.Skip("downloads and type-checks the frameworks")
	}
	var mu sync.Mutex
	counts := make(map[*Framework][]string)
	round := func(t *testing.T, name, dir, flags string, releases ...release) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if dir == "" {
				dir = newModule(t, releases)
			}
			loaded := load(t, dir, flags, releases)
			for _, r := range releases {
				n := resolve(t, r, loaded)
				mu.Lock()
				counts[r.Framework] = append(counts[r.Framework], fmt.Sprintf("%s:%d", r.version, n))
				mu.Unlock()
			}
		})
	}
	t.Run("releases", func(t *testing.T) {
		var fixtures, last []release
		for _, f := range Frameworks() {
			if slices.Contains(elsewhere, f) {
				last = append(last, release{f, f.Newest})
			} else {
				fixtures = append(fixtures, release{f, f.Newest})
			}
			for _, v := range earlier(f) {
				round(t, f.Name+"@"+v, "", "-mod=mod", release{f, v})
			}
		}
		round(t, "last", "", "-mod=mod", last...)
		round(t, "fixtures", fixturesModule(t), "-mod=readonly", fixtures...)
	})
	for _, f := range Frameworks() {
		slices.SortFunc(counts[f], func(a, b string) int { return semver.Compare(a[:strings.Index(a, ":")], b[:strings.Index(b, ":")]) })
		t.Logf("%s: %d rows, resolved: %s", f.Name, len(f.Funcs)+len(f.Types), strings.Join(counts[f], " "))
	}
}

// earlier returns the releases before the newest that tell whether a
// framework's rows are true: the oldest, and those from which on rows hold.
func earlier(f *Framework) []string {
	out := []string{f.Oldest}
	for _, row := range f.Funcs {
		if row.Since != "" {
			out = append(out, row.Since)
		}
	}
	semver.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(v string) bool { return v == f.Newest })
}

// fixturesModule walks up to the module of the fixtures.
func fixturesModule(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		found := filepath.Join(dir, "testdata")
		if _, err := os.Stat(filepath.Join(found, "go.mod")); err == nil {
			return found
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no testdata/go.mod above this package")
		}
		dir = up
	}
}

// newModule writes a module that requires the releases.
func newModule(t *testing.T, releases []release) string {
	t.Helper()
	var mod strings.Builder
	mod.WriteString("module probe\n\ngo 1.26.0\n\n")
	for _, r := range releases {
		fmt.Fprintf(&mod, "require %s %s\n", r.Module, r.version)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// load returns the packages of some releases by import path.
func load(t *testing.T, dir, flags string, releases []release) map[string]*types.Package {
	t.Helper()
	of := make(map[string]release)
	for _, r := range releases {
		for _, path := range r.Pkgs {
			of[path] = r
		}
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedModule | packages.NeedImports | packages.NeedTypes,
		Dir:  dir,
		Env:  append(os.Environ(), "GOFLAGS="+flags, "GOWORK=off"),
	}, slices.Sorted(maps.Keys(of))...)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*types.Package)
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.PkgPath, e)
		}
		r := of[p.PkgPath]
		got := ""
		if p.Module != nil {
			got = p.Module.Path + " " + p.Module.Version
		}
		inside := strings.HasPrefix(p.PkgPath+"/", r.Module+"/")
		if want := strings.TrimSpace(r.Module + " " + r.version); got != want && (inside || r.Module == "") {
			t.Errorf("%s: %s is of the module %q, not %q", r, p.PkgPath, got, want)
		}
		out[p.PkgPath] = p.Types
	}
	return out
}

// resolve checks all rows of a framework and returns how many hold.
func resolve(t *testing.T, r release, loaded map[string]*types.Package) int {
	n := 0
	for i := range r.Funcs {
		row := &r.Funcs[i]
		name := strings.TrimPrefix(row.Recv+"."+row.Name, ".")
		problem := funcProblem(row, r.Framework, loaded)
		switch before := semver.Compare(r.version, row.Since) < 0; {
		case before && problem == "":
			t.Errorf("%s: %s is there before %s", r, name, row.Since)
		case !before && problem != "":
			t.Errorf("%s: %s: %s", r, name, problem)
		case !before:
			n++
		}
	}
	for _, row := range r.Types {
		if problem := typeProblem(row, r.Framework, loaded); problem != "" {
			t.Errorf("%s: type %s: %s", r, row.Name, problem)
			continue
		}
		n++
	}
	return n
}

// funcProblem says why a function is not what its row says, "" if it is.
func funcProblem(row *Func, f *Framework, loaded map[string]*types.Package) string {
	pkg := packageOf(row.Pkg, f, loaded)
	if pkg == nil {
		return "the framework has no package " + row.Pkg
	}
	var obj types.Object
	if row.Recv == "" {
		obj = pkg.Scope().Lookup(row.Name)
	} else {
		named, ok := pkg.Scope().Lookup(row.Recv).(*types.TypeName)
		if !ok {
			return "no type " + row.Recv + " in " + pkg.Path()
		}
		obj, _, _ = types.LookupFieldOrMethod(named.Type(), true, pkg, row.Name)
	}
	fn, ok := obj.(*types.Func)
	if !ok {
		return "no such function in " + pkg.Path()
	}
	switch got := FuncOf(fn); {
	case got == nil:
		return "no call finds the row, since the function is " + fn.FullName()
	case got != row:
		return "another row of the same function comes first"
	}
	return signatureProblem(row, fn.Signature())
}

func packageOf(path string, f *Framework, loaded map[string]*types.Package) *types.Package {
	if path == "" {
		path = f.Pkgs[0]
	}
	if !slices.Contains(f.Pkgs, path) {
		return nil
	}
	return loaded[path]
}

// typeProblem says why a type is not what its row says, "" if it is.
func typeProblem(row Type, f *Framework, loaded map[string]*types.Package) string {
	pkg := packageOf(row.Pkg, f, loaded)
	if pkg == nil {
		return "the framework has no package " + row.Pkg
	}
	named, ok := pkg.Scope().Lookup(row.Name).(*types.TypeName)
	switch {
	case !ok:
		return "no such type in " + pkg.Path()
	case row.Is == 0 || TypeOf(named.Type()) != row.Is:
		return "TypeOf finds another row, or none"
	}
	return ""
}

// signatureProblem compares a row with the real signature: every position it
// names has to be there, of a type that can mean what the row says, and every
// position its role needs has to be named.
func signatureProblem(row *Func, s *types.Signature) string {
	for _, p := range positions(row) {
		if p.pos == model.None {
			if slices.Contains(needed[row.Does], p.name) {
				return "the row names no position for " + p.name
			}
			continue
		}
		i, ok := p.pos.IsArg()
		if !ok || i >= s.Params().Len() {
			return fmt.Sprintf("no parameter %d for %s in %s", i, p.name, s)
		}
		if t := s.Params().At(i).Type(); !p.fits(t) {
			return fmt.Sprintf("%s is of the type %s", p.name, t)
		}
	}
	switch {
	case row.Does == 0:
		return "the row has no role"
	case row.Verb != "" && !strings.EqualFold(row.Verb, row.Name):
		return "the name does not say " + row.Verb
	case row.Chain && !s.Variadic():
		return fmt.Sprintf("no list of handlers in %s", s)
	case slices.Contains([]Role{PathParameter, QueryParameter, GetsValue}, row.Does) && s.Results().Len() == 0:
		return "it returns nothing"
	case row.Does == PathParameter && row.Key == model.None && s.Params().Len() > 1:
		return fmt.Sprintf("it returns no list of parameters: %s", s)
	}
	return ""
}

// needed lists the positions that a role is nothing without.
var needed = map[Role][]string{
	Binds:     {"Into"},
	Registers: {"Handlers"},
	Mounts:    {"Handlers"},
	Converts:  {"Handlers"},
	Attaches:  {"Middleware"},
	GetsValue: {"Key"},
	SetsValue: {"Key", "Value"},
}

type operand struct {
	name string
	pos  model.Pos
	fits func(types.Type) bool
}

func positions(row *Func) []operand {
	return []operand{
		{"Key", row.Key, func(t types.Type) bool { return isText(t) || types.IsInterface(t) }},
		{"Value", row.Value, func(t types.Type) bool { return types.IsInterface(element(t)) }},
		{"Into", row.Into, func(t types.Type) bool { return isPointer(t) || types.IsInterface(t) }},
		{"Path", row.Path, isText},
		{"Method", row.Method, isText},
		{"Handlers", row.Handlers, func(t types.Type) bool {
			return canHandle(element(t)) || row.Does == Mounts && TypeOf(t) == IsRouter
		}},
		{"Middleware", row.Middleware, func(t types.Type) bool { return canHandle(element(t)) }},
		{"Within", row.Within, isFunc},
	}
}

// element returns what a list has, and what is no list itself.
func element(t types.Type) types.Type {
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return t
}

// canHandle: a function, an interface of handlers, or a struct that holds one.
func canHandle(t types.Type) bool {
	_, isStruct := t.Underlying().(*types.Struct)
	return isStruct || isFunc(t) || types.IsInterface(t)
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
