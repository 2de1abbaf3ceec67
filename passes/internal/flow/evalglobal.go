package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// importedValue is what another package says about its variable or field.
func (e *engine) importedValue(obj types.Object, at token.Pos) Value {
	fact := new(ValueFact)
	if obj.Pkg() == nil || obj.Pkg() == e.pass.Pkg || !e.pass.ImportObjectFact(obj, fact) {
		return Value{Kind: Either}
	}
	if fact.Reported {
		return placed(fact.Value, at).reported()
	}
	return placed(fact.Value, at)
}

// global is what a package variable may hold.
func (e *engine) global(g *ssa.Global, at token.Pos) Value {
	obj, _ := g.Object().(*types.Var)
	if obj == nil {
		return unknown("variable")
	}
	if row := jwt.VarOf(obj); row != nil {
		return Value{Kind: Method, Text: row.Method}
	}
	if g.Pkg != e.pkg {
		return join(Writers, e.importedValue(obj, at), elsewhere("variable "+obj.Name()+" of another package"))
	}
	if name, ok := e.embedded(obj); ok {
		return Value{Kind: Embedded, Text: name, Steps: []Step{{Pos: g.Pos(), Phrase: "go:embed puts " + name + " into the binary"}}}
	}
	return e.globalStored(g, obj)
}

func (e *engine) globalStored(g *ssa.Global, obj *types.Var) Value {
	use := e.globals[g]
	var vals []Value
	skipped := false
	if use != nil {
		refused := e.refusedInGlobal(use)
		for _, store := range use.stores {
			if e.forTests(store) {
				skipped = true
				continue
			}
			at := store.Pos()
			if !at.IsValid() || store.Parent().Synthetic != "" {
				at = g.Pos()
			}
			val := e.eval(store.Val, at)
			if val.Kind == Literal && len(val.Steps) == 1 {
				e.origins[val.Steps[0].Pos] = obj
			}
			val = withoutRefused(val, slices.Concat(refused, e.refusedWithin(store.Val)))
			vals = append(vals, val.via(at, "stored in variable "+obj.Name()))
		}
	}
	if s := ssax.StructOf(obj.Type()); s != nil && len(vals) == 0 && use != nil && !isPointer(obj.Type()) {
		return unknown("variable " + obj.Name())
	}
	exposed := use != nil && use.exposed
	if bound, ok := e.boundGlobal(g); ok {
		return bound
	}
	if obj.Exported() || exposed || skipped && len(vals) == 0 {
		vals = append(vals, elsewhere("variable "+obj.Name()+" may be set elsewhere"))
	}
	if len(vals) > 0 {
		return join(Writers, vals...)
	}
	if basic, ok := obj.Type().Underlying().(*types.Basic); ok && basic.Kind() == types.String {
		return unknown("variable " + obj.Name() + " may be set by the linker")
	}
	return Value{Kind: Empty, Steps: []Step{{Pos: g.Pos(), Phrase: "nothing sets variable " + obj.Name()}}}
}

// boundGlobal is bound for a package variable.
func (e *engine) boundGlobal(g *ssa.Global) (Value, bool) {
	call := e.bindings[g]
	if call == nil {
		return Value{}, false
	}
	_, args := ssax.Args(call.Common())
	return e.orDefault(e.eval(args[std.Of(ssax.Callee(call.Common())).Arg], call.Pos())), true
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}
