package web

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// TestRowsResolve type-checks the real frameworks and looks every row up in
// them. A row has to be true at the oldest or the newest release, and wherever
// its function is there, the positions that it names have to fit.
func TestRowsResolve(t *testing.T) {
	c := &census{found: make(map[*Framework]map[string]bool), counts: make(map[*Framework][]string)}
	t.Run("releases", func(t *testing.T) {
		for _, round := range rounds() {
			t.Run(label(round), func(t *testing.T) {
				t.Parallel()
				loaded := load(t, round)
				for _, r := range round {
					c.add(r, (&resolver{t, r, loaded}).resolve())
				}
			})
		}
	})
	if t.Failed() {
		return // Rows of releases that could not be loaded would be missed too.
	}
	for _, f := range Frameworks() {
		for _, what := range everything(f) {
			if testing.Short() {
				break // Some rows are of older releases only.
			}
			if !c.found[f][what] {
				t.Errorf("%s: no %s in any of %s", f.Name, what, strings.Join(c.counts[f], " "))
			}
		}
		t.Logf("%s: rows resolved: %s", f.Name, strings.Join(c.counts[f], " "))
	}
}

// census notes which rows were found at all.
type census struct {
	sync.Mutex
	found  map[*Framework]map[string]bool
	counts map[*Framework][]string
}

func (c *census) add(r release, found map[string]bool) {
	c.Lock()
	defer c.Unlock()
	if c.found[r.f] == nil {
		c.found[r.f] = make(map[string]bool)
	}
	maps.Copy(c.found[r.f], found)
	c.counts[r.f] = append(c.counts[r.f], fmt.Sprintf("%s:%d/%d", cmp.Or(r.version, "go"), len(found), len(everything(r.f))))
	slices.Sort(c.counts[r.f])
}

// everything names the rows of a framework.
func everything(f *Framework) []string {
	var out []string
	for i := range f.Funcs {
		out = append(out, nameOf(&f.Funcs[i]))
	}
	for _, row := range f.Types {
		out = append(out, typeName(row))
	}
	for _, row := range f.Fields {
		out = append(out, fieldName(row))
	}
	return out
}

func nameOf(row *Func) string {
	name := row.Name
	if row.Recv != "" {
		name = row.Recv + "." + name
	}
	if row.Pkg != "" {
		name = row.Pkg + "." + name
	}
	return name
}

func typeName(row Type) string { return strings.TrimPrefix(row.Pkg+"."+row.Name, ".") }

// label names a round for t.Run.
func label(round []release) string {
	text := fmt.Sprintf("%s and %d more", round[0], len(round)-1)
	return strings.NewReplacer(" ", "_", "/", "_").Replace(text)
}

// load returns the packages of a round by import path.
func load(t *testing.T, round []release) map[string]*types.Package {
	t.Helper()
	var paths []string
	want := make(map[string]string)
	for _, r := range round {
		want[r.f.Module] = r.version
		paths = append(paths, r.f.Pkgs...)
	}
	mode := packages.NeedName | packages.NeedModule | packages.NeedImports | packages.NeedTypes
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: newModule(t, round), Env: goEnv()}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*types.Package)
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
		if p.Module != nil && want[p.Module.Path] != "" && p.Module.Version != want[p.Module.Path] {
			t.Errorf("%s was loaded at %s, not at %s", p.PkgPath, p.Module.Version, want[p.Module.Path])
		}
		out[p.PkgPath] = p.Types
	}
	if t.Failed() {
		t.FailNow()
	}
	return out
}

// resolver looks the rows of one release up.
type resolver struct {
	*testing.T
	release
	loaded map[string]*types.Package
}

// resolve checks all rows of a framework and returns those that it has found.
func (c *resolver) resolve() map[string]bool {
	found := make(map[string]bool)
	for i := range c.f.Funcs {
		row := &c.f.Funcs[i]
		fn := c.find(row)
		if row.Since != "" && (fn == nil) != (semver.Compare(c.version, row.Since) < 0) {
			c.Errorf("%s: %s is not as its Since %s says", c.release, nameOf(row), row.Since)
		}
		if fn == nil {
			continue
		}
		found[nameOf(row)] = true
		if got := FuncOf(fn); got != row {
			c.Errorf("%s: FuncOf(%s) finds another row: %+v", c.release, nameOf(row), got)
		}
		for _, problem := range problems(fn, row) {
			c.Errorf("%s: %s: %s", c.release, nameOf(row), problem)
		}
	}
	for _, row := range c.f.Types {
		named, ok := c.lookup(row.Pkg, row.Name).(*types.TypeName)
		if !ok {
			continue
		}
		found[typeName(row)] = true
		if got := TypeOf(types.NewPointer(named.Type())); got != row.Is {
			c.Errorf("%s: TypeOf(%s) is %d, not %d", c.release, typeName(row), got, row.Is)
		}
	}
	for _, row := range c.f.Fields {
		named, ok := c.lookup(row.Pkg, row.Type).(*types.TypeName)
		if !ok {
			continue
		}
		if got := FieldOf(types.NewPointer(named.Type()), row.Name); got == nil || *got != row {
			c.Errorf("%s: FieldOf(%s) finds another row", c.release, fieldName(row))
		}
		s, ok := named.Type().Underlying().(*types.Struct)
		for i := 0; ok && i < s.NumFields(); i++ {
			if s.Field(i).Name() == row.Name {
				found[fieldName(row)] = true
			}
		}
	}
	return found
}

func fieldName(row Field) string { return "field " + row.Type + "." + row.Name }

// find returns the function that a row means: declared by its receiver's type
// itself, since promoted methods belong to another.
func (c *resolver) find(row *Func) *types.Func {
	if row.Recv == "" {
		fn, _ := c.lookup(row.Pkg, row.Name).(*types.Func)
		return fn
	}
	named, ok := c.lookup(row.Pkg, row.Recv).(*types.TypeName)
	if !ok || named.IsAlias() {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(named.Type(), true, named.Pkg(), row.Name)
	if fn, ok := obj.(*types.Func); ok && fn.Exported() && model.ReceiverName(fn) == row.Recv {
		return fn
	}
	return nil
}

func (c *resolver) lookup(pkg, name string) types.Object {
	if pkg == "" {
		pkg = c.f.Pkgs[0]
	}
	return c.loaded[pkg].Scope().Lookup(name)
}
