package access

import (
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/module"
)

// UsesTokens reports whether the module requires a JWT library at all.
func UsesTokens(pass *analysis.Pass, models *own.Models) bool {
	if len(pass.Files) == 0 {
		return false
	}
	if !module.Known(pass) {
		return true // The types will tell.
	}
	return RequiresLibrary(filepath.Dir(pass.Fset.Position(pass.Files[0].Pos()).Filename), models)
}

// RequiresLibrary reports whether the go.mod above dir requires a modelled
// library, or a framework that verifies tokens, or is or requires the module of
// a package that the project has described, directly or not; also if there is
// no go.mod to be read.
func RequiresLibrary(dir string, models *own.Models) bool {
	for {
		name := filepath.Join(dir, "go.mod")
		if text, err := os.ReadFile(name); err == nil {
			return requires(string(text), models)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return true // No module in view: the types will tell.
		}
		dir = parent
	}
}

// lastModule is the last go.mod that somebody asked about. Each package asks, twice,
// and nearly always about the same one; reading all of it again would take longer
// than all else in a package that has nothing to say.
var lastModule atomic.Pointer[moduleAnswer]

// moduleAnswer tells whether a module requires a library.
type moduleAnswer struct {
	text   string // of its go.mod
	models *own.Models
	yes    bool
}

// requires is what a go.mod says.
func requires(text string, models *own.Models) bool {
	if last := lastModule.Load(); last != nil && last.text == text && last.models == models {
		return last.yes
	}
	yes := true // If it cannot be read, the types will tell.
	if file, err := modfile.ParseLax("go.mod", []byte(text), nil); err == nil {
		yes = file.Module != nil && holdsOne(file.Module.Mod.Path, models) || slices.ContainsFunc(file.Require, func(r *modfile.Require) bool {
			return slices.Contains(jwt.Modules(), r.Mod.Path) || web.Verifies(r.Mod.Path) || holdsOne(r.Mod.Path, models)
		})
	}
	lastModule.Store(&moduleAnswer{text, models, yes})
	return yes
}

// holdsOne reports whether a module has one of the packages that the project has described.
func holdsOne(module string, models *own.Models) bool {
	return slices.ContainsFunc(models.Paths(), func(path string) bool { return within(path, module) })
}
