package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// payloads is what the functions return that a middleware's settings name for
// the claims of its tokens. One that returns no claims has nobody to let in.
func (e *engine) payloads() []map[string]string {
	var out []map[string]string
	for f, stores := range e.fieldStores {
		sig, ok := f.Type().Underlying().(*types.Signature)
		if !ok || !Modelled(f.Pkg()) || sig.Results().Len() != 1 || !isMapClaims(sig.Results().At(0).Type()) {
			continue
		}
		for _, store := range stores {
			if fn := e.functionFrom(store.Val); fn != nil && e.source(fn) != nil {
				for _, one := range e.formsOfAll(returned(fn), 0) {
					if one == nil || len(one) > 0 {
						out = append(out, one)
					}
				}
			}
		}
	}
	return out
}

// functionOf is the function that a value is, or nil.
func functionOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.ChangeType:
		return functionOf(v.X)
	}
	return nil
}

// functionFrom is the function that a value is, or that a function of this
// package makes in its only return; else nil.
func (e *engine) functionFrom(v ssa.Value) *ssa.Function {
	for x, ok := v.(*ssa.ChangeType); ok; x, ok = v.(*ssa.ChangeType) {
		v = x.X
	}
	if call, ok := v.(*ssa.Call); ok {
		if made := e.source(call.Common().StaticCallee()); made != nil {
			if all := returned(made); len(all) == 1 {
				return functionOf(all[0].val)
			}
		}
	}
	return functionOf(v)
}
