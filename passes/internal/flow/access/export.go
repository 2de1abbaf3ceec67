package access

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/objectpath"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// export hands on what other packages of the module need to know.
func (e *engine) export() {
	enc := new(objectpath.Encoder)
	for _, fn := range e.funcs {
		obj := ssax.Object(fn)
		if fn.Parent() != nil || obj == nil || obj.Pkg() != e.pass.Pkg || obj.Name() == "main" || obj.Name() == "init" || e.inTest(fn) {
			continue
		}
		u := e.unitOf(fn)
		if u == nil {
			continue
		}
		if _, err := enc.For(obj); err != nil {
			continue // Importers cannot name it.
		}
		if f := u.exported(); !f.empty() {
			e.pass.ExportObjectFact(obj, f)
		}
	}
	e.exportInterfaces(enc)
	f := &PackageFact{Settings: e.ownSettings(), Implementations: e.implementations(), Pending: e.pending}
	if len(f.Settings)+len(f.Implementations)+len(f.Pending) > 0 {
		e.pass.ExportPackageFact(f)
	}
}

// exportInterfaces hands on what the package's own types do behind its
// interfaces.
func (e *engine) exportInterfaces(enc *objectpath.Encoder) {
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !tn.Exported() {
			continue
		}
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.ExplicitMethods() {
			if _, err := enc.For(m); err != nil || m.Pkg() != e.pass.Pkg {
				continue
			}
			if f := e.implemented(m); f != nil && !f.empty() {
				e.pass.ExportObjectFact(m, f)
			}
		}
	}
}

// ownSettings lists what middleware of this package, and of those that it
// imports, leaves in the context: importers see no further than their imports.
func (e *engine) ownSettings() []Setting {
	var out []Setting
	for key, origins := range e.settings {
		out = append(out, Setting{Key: key, Origins: union(origins, nil)})
	}
	slices.SortFunc(out, func(a, b Setting) int { return strings.Compare(a.Key, b.Key) })
	return out
}
