package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// learnWiring notes what types of other packages do behind the interfaces that they
// are put into here. A type's package need not know the interface: only where the
// program is put together both are in view.
func (e *engine) learnWiring() {
	if !slices.ContainsFunc(e.pass.Pkg.Imports(), func(imp *types.Package) bool { return sameModule(e.pass, imp) }) {
		return
	}
	var found []Implementation
	seen := make(map[[2]*types.Func]bool)
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if mi, ok := instr.(*ssa.MakeInterface); ok {
					found = append(found, e.wired(mi, seen)...)
				}
			}
		}
	}
	e.learnImplementations(found)
}

// wired is what a type of another package does behind the methods of an interface,
// without those of which the packages themselves have said it.
func (e *engine) wired(mi *ssa.MakeInterface, seen map[[2]*types.Func]bool) []Implementation {
	iface, ok := types.Unalias(mi.Type()).(*types.Named)
	named, isNamed := types.Unalias(deref(mi.X.Type())).(*types.Named)
	if !ok || !isNamed || !sameModule(e.pass, iface.Obj().Pkg()) || iface.Obj().Pkg() == e.pass.Pkg ||
		!sameModule(e.pass, named.Obj().Pkg()) || named.Obj().Pkg() == e.pass.Pkg || isDouble(named.Obj().Name()) {
		return nil
	}
	var out []Implementation
	for m := range iface.Underlying().(*types.Interface).Methods() {
		obj, _, _ := types.LookupFieldOrMethod(mi.X.Type(), true, m.Pkg(), m.Name())
		impl, ok := obj.(*types.Func)
		if !ok || seen[[2]*types.Func{m, impl}] || len(e.behind[m.FullName()]) > 0 {
			continue
		}
		seen[[2]*types.Func{m, impl}] = true
		if one, ok := e.implementation(m, impl); ok {
			out = append(out, one)
		}
	}
	return out
}
