package jwt

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var zitadelReleases = []string{"v3.45.6", "v3.51.12", "v3.51.13", "v3.51.14", "v3.51.15", "v3.51.16", "v3.51.17", "v3.52.0"}

// release is one version of a library.
type release struct {
	lib     *model.Library
	version string
}

// boundaries returns the releases that tell whether a library's rows are true:
// the oldest, the newest, and the two on either side of every since and until.
func boundaries(lib *model.Library) []string {
	all := lines[lib].releases
	out := []string{lib.Oldest, lib.Newest}
	for _, edge := range edges(lib) {
		i := slices.IndexFunc(all, func(v string) bool { return semver.Compare(v, edge) >= 0 })
		if i > 0 {
			out = append(out, all[i-1])
		}
		if i >= 0 {
			out = append(out, all[i])
		}
	}
	semver.Sort(out)
	return slices.Compact(out)
}

// edges returns every version that a library's rows name.
func edges(lib *model.Library) []string {
	var out []string
	for _, row := range lib.Funcs {
		out = append(out, row.Since, row.Until)
	}
	for _, row := range lib.Types {
		out = append(out, row.Since)
	}
	for _, row := range lib.Fields {
		out = append(out, row.Since)
	}
	for _, row := range lib.Vars {
		out = append(out, row.Since)
	}
	out = append(out, lib.LooseUntil)
	out = slices.DeleteFunc(out, func(v string) bool { return v == "" })
	slices.Sort(out)
	return slices.Compact(out)
}

// proving returns the releases of a library that a run of the tests asks: all
// boundaries, or with -short the newest release alone.
func proving(lib *model.Library) []string {
	if testing.Short() {
		return []string{lib.Newest}
	}
	return boundaries(lib)
}

// rounds spreads the proving releases over as few modules as possible, since
// one module can require one version of each path. Families keep apart: keyfunc
// would raise golang-jwt's version, and jwx shares modules of its author's.
func rounds() [][]release {
	var out [][]release
	for _, group := range []family{descendants, keyfuncs, goJoses, jwx, jwx4, middlewares, echoes, goOIDCs, zitadels, idTokens, katarases, irises, jose2gos, firebases} {
		var some [][]release
		for _, lib := range Libraries() {
			if roundsOf(lib) != group {
				continue
			}
			for i, v := range proving(lib) {
				if i == len(some) {
					some = append(some, nil)
				}
				some[i] = append(some[i], release{lib: lib, version: v})
			}
		}
		out = append(out, some...)
	}
	return out
}

// family is a group of libraries that are probed alike, named after the
// template of its programs.
type family string

const (
	descendants family = "jwt" // of dgrijalva/jwt-go
	keyfuncs    family = "keyfunc"
	goJoses     family = "go-jose"
	jwx         family = "jwx"
	jwx4        family = "jwx v4" // which needs an experiment of Go's
	goOIDCs     family = "go-oidc"
	zitadels    family = "zitadel"
	idTokens    family = "idtoken"
	katarases   family = "kataras"
	firebases   family = "Firebase"
	jose2gos    family = "jose2go"
	irises      family = "iris" // which raises kataras/jwt's version
)

func familyOf(lib *model.Library) family { return lines[lib].family }

// label names a round for t.Run and messages.
func label(round []release) string {
	var parts []string
	for _, r := range round {
		parts = append(parts, r.lib.Name+"@"+r.version)
	}
	return strings.NewReplacer(" ", "_", "/", "_").Replace(strings.Join(parts, ","))
}

// newModule writes a module that requires the releases of one round.
func newModule(t *testing.T, round []release) string {
	t.Helper()
	var mod strings.Builder
	mod.WriteString("module probe\n\ngo 1.26.0\n\n")
	for _, r := range round {
		fmt.Fprintf(&mod, "require %s %s\n", r.lib.Modules[0], r.version)
	}
	if familyOf(round[0].lib) == middlewares {
		// What gin and hertz encode JSON with; older ones do not build with Go 1.26.
		fmt.Fprintln(&mod, "require github.com/bytedance/sonic v1.15.0")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), mod.String())
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// goEnv lets the go command complete go.mod and go.sum, and build what the
// releases of a round need.
func goEnv(round []release) []string {
	env := append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if familyOf(round[0].lib) == jwx4 {
		env = append(env, "GOEXPERIMENT=jsonv2")
	}
	return env
}

// template is the file that a family's programs are made of.
func (f family) template() string {
	if f == jwx4 {
		f = jwx
	}
	return strings.ToLower(string(f)) + ".tmpl"
}

// TestPublishedReleases holds the list above to the rows: what they call
// oldest and newest is in it, and every boundary has a release on its far side.
func TestPublishedReleases(t *testing.T) {
	for _, lib := range Libraries() {
		all := lines[lib].releases
		if len(all) == 0 || all[0] != lib.Oldest || all[len(all)-1] != lib.Newest {
			t.Errorf("%s: releases %v do not run from %s to %s", lib.Name, all, lib.Oldest, lib.Newest)
		}
		for _, edge := range edges(lib) {
			if !semver.IsValid(edge) || semver.Compare(edge, lib.Oldest) <= 0 || semver.Compare(edge, lib.Newest) > 0 {
				t.Errorf("%s: boundary %s is not between %s and %s", lib.Name, edge, lib.Oldest, lib.Newest)
			}
		}
	}
}
