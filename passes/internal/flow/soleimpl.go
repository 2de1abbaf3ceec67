package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// callee is the function of this package that a call runs: the one that it names, or
// the only one that stands behind a method of an interface of this package's.
func (e *engine) callee(common *ssa.CallCommon) *ssa.Function {
	if !common.IsInvoke() {
		return e.source(common.StaticCallee())
	}
	named, ok := types.Unalias(common.Value.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() != e.pass.Pkg || named.TypeArgs().Len() > 0 {
		return nil
	}
	at := behindInterface{named.Obj(), common.Method.Name()}
	known, ok := e.soles[at]
	if !ok {
		known = e.soleMethod(named.Underlying().(*types.Interface), at.method)
		e.soles[at] = known
	}
	return known
}

// behindInterface is a method of an interface.
type behindInterface struct {
	name   *types.TypeName
	method string
}

// soleMethod is the only method of this package that can stand behind one of an
// interface, nil if there are several. Types that stand in for others in tests do not count.
func (e *engine) soleMethod(iface *types.Interface, method string) *ssa.Function {
	var sole *types.Func
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || isGeneric(tn.Type()) || e.isDouble(tn) {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, true, e.pass.Pkg, method)
		m, ok := obj.(*types.Func)
		if !ok || sole != nil && sole != m || types.IsInterface(m.Signature().Recv().Type()) {
			return nil
		}
		sole = m
	}
	if sole == nil {
		return nil
	}
	return e.source(e.pkg.Prog.FuncValue(sole))
}

func isGeneric(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.TypeParams().Len() > 0
}

// isDouble reports whether a type stands in for another in tests.
func (e *engine) isDouble(tn *types.TypeName) bool {
	return isTestFile(e.pass, tn.Pos()) ||
		slices.ContainsFunc(data.Words(tn.Name()), func(w string) bool { return slices.Contains(doubleWords, w) })
}
