package ssax

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// declaredIn returns the functions and methods that file declares, in order.
// init functions have no object of their own in SSA and are reached from the
// package's initializer.
func declaredIn(file *ast.File, info *types.Info) []*types.Func {
	var out []*types.Func
	for _, decl := range file.Decls {
		decl, ok := decl.(*ast.FuncDecl)
		if !ok || decl.Body == nil {
			continue
		}
		if fn, ok := info.Defs[decl.Name].(*types.Func); ok {
			out = append(out, fn)
		}
	}
	return out
}

// Callee returns the function or method that a call names, interface methods
// included and generic instances as their origin; nil for calls of values.
func Callee(call *ssa.CallCommon) *types.Func {
	if call.IsInvoke() {
		return call.Method
	}
	fn := call.StaticCallee()
	if fn == nil {
		return nil
	}
	return Object(fn)
}

// Object returns the function's object, that of its origin for a generic
// instance, and that of the method for a bound method or thunk; nil for a literal.
func Object(fn *ssa.Function) *types.Func {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// Origin returns the function whose body is in the package: the generic
// function for an instance, the method for a thunk or bound method.
func Origin(fn *ssa.Function) *ssa.Function {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if fn.Blocks != nil && fn.Synthetic == "" {
		return fn
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		if declared := fn.Prog.FuncValue(obj); declared != nil {
			return declared
		}
	}
	return fn
}

// Args returns the operands of a call without the receiver, and the receiver
// or nil. Variadic arguments are one operand, a slice. The receiver of a method that
// is kept in a variable is the one that it was taken of.
func Args(call *ssa.CallCommon) (recv ssa.Value, args []ssa.Value) {
	if call.IsInvoke() {
		return call.Value, call.Args
	}
	if recv := boundTo(call.Value); recv != nil {
		return recv, call.Args
	}
	if sig := call.Signature(); sig.Recv() != nil && len(call.Args) > 0 {
		return call.Args[0], call.Args[1:]
	}
	return nil, call.Args
}

// boundTo is the receiver of a method value, nil if it is none.
func boundTo(v ssa.Value) ssa.Value {
	bound, ok := v.(*ssa.MakeClosure)
	if !ok || len(bound.Bindings) != 1 {
		return nil
	}
	if obj := Object(bound.Fn.(*ssa.Function)); obj == nil || obj.Signature().Recv() == nil {
		return nil
	}
	return bound.Bindings[0]
}
