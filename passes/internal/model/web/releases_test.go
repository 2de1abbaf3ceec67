package web

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/semver"
)

// release is one version of a framework.
type release struct {
	f       *Framework
	version string
}

func (r release) String() string {
	if r.f.Module == "" {
		return r.f.Name
	}
	return r.f.Name + "@" + r.version
}

// rounds spreads the oldest and newest releases over as few modules as
// possible, since one module can require one version of each path. The newest
// of all go together, with -short those alone; the oldest of what others
// require stand apart from those.
func rounds() [][]release {
	var out [][]release
	if !testing.Short() {
		out = older()
	}
	for _, f := range Frameworks() {
		out = place(out, 0, release{f, f.Newest})
	}
	return out
}

// older spreads the releases before the newest that the rows name.
func older() [][]release {
	var out [][]release
	for _, f := range Frameworks() {
		if f.Oldest != f.Newest {
			out = place(out, 1+apart[f], release{f, f.Oldest})
		}
		for _, row := range f.Funcs {
			if row.Since != "" {
				out = place(out, 3, release{f, row.Since})
			}
		}
	}
	return out
}

// apart numbers rounds of oldest releases: what requires other frameworks, and
// what is required so often that everything raises it.
var apart = map[*Framework]int{
	auth0v2: 1, echoJWT4: 1, fiberJWT: 1, fiberJWTv3: 1, ginJWT2: 1, ginJWT3: 1, hertzJWT: 1, huma: 1, jwtauth5: 1, kratosJWT: 1,
	gorilla: 2, httprouter: 2,
}

// place adds a release to the first round, from one on, that has its module
// not yet, or at the same version.
func place(out [][]release, from int, r release) [][]release {
	for i := from; ; i++ {
		for len(out) <= i {
			out = append(out, nil)
		}
		if slices.Contains(out[i], r) {
			return out
		}
		if !slices.ContainsFunc(out[i], func(o release) bool { return o.f.Module == r.f.Module && o.version != r.version }) {
			out[i] = append(out[i], r)
			return out
		}
	}
}

// newModule writes a module that requires the releases of one round.
func newModule(t *testing.T, round []release) string {
	t.Helper()
	var mod strings.Builder
	mod.WriteString("module probe\n\ngo 1.26.0\n\n")
	required := make(map[string]bool)
	for _, r := range round {
		if r.f.Module != "" && !required[r.f.Module] {
			required[r.f.Module] = true
			fmt.Fprintf(&mod, "require %s %s\n", r.f.Module, r.version)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// goEnv lets the go command complete go.mod and go.sum.
func goEnv() []string { return append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off") }

// TestFrameworks holds the list to what the lookups rely on: sorted by name,
// every import path in one framework, rows only of the framework's packages,
// and what is said without the rows as they say it.
func TestFrameworks(t *testing.T) {
	owner := make(map[string]string)
	for i, f := range Frameworks() {
		if i > 0 && Frameworks()[i-1].Name >= f.Name {
			t.Errorf("%s stands after %s", f.Name, Frameworks()[i-1].Name)
		}
		if f.Module != "" && (!semver.IsValid(f.Oldest) || semver.Compare(f.Oldest, f.Newest) > 0) {
			t.Errorf("%s: releases run from %q to %q", f.Name, f.Oldest, f.Newest)
		}
		for _, pkg := range f.Pkgs {
			if owner[pkg] != "" {
				t.Errorf("%s is of %s and %s", pkg, owner[pkg], f.Name)
			}
			owner[pkg] = f.Name
		}
		if f.Verifies != slices.ContainsFunc(f.Funcs, func(row Func) bool { return row.Does == VerifiesToken }) {
			t.Errorf("%s: Verifies is %t, and the rows say otherwise", f.Name, f.Verifies)
		}
		for _, row := range f.Funcs {
			if row.Pkg != "" && !slices.Contains(f.Pkgs, row.Pkg) {
				t.Errorf("%s: %s is of %s, which is not among its packages", f.Name, nameOf(&row), row.Pkg)
			}
		}
		for _, row := range f.Types {
			if row.Pkg != "" && !slices.Contains(f.Pkgs, row.Pkg) {
				t.Errorf("%s: type %s is of %s, which is not among its packages", f.Name, row.Name, row.Pkg)
			}
		}
	}
}
