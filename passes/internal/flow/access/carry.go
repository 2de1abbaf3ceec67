package access

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// carriesRequest reports whether values of t are a request, or what a
// framework hands its handlers, or a type of the program's around one.
func (e *engine) carriesRequest(t types.Type) bool {
	switch e.models.Type(t) {
	case web.IsContext, web.IsRequest:
		return true
	}
	return e.embeds(t, e.carriesRequest)
}

// carriesIdentity reports whether a callee can find the caller's identity in
// an operand of type t by itself.
func (e *engine) carriesIdentity(t types.Type) bool {
	return ssax.IsContext(t) || e.carriesRequest(t)
}

// embeds reports whether t is a struct or interface of the program's own with
// an embedded type that is as asked.
func (e *engine) embeds(t types.Type, is func(types.Type) bool) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok {
		return false
	}
	switch under := named.Underlying().(type) {
	case *types.Struct:
		for f := range under.Fields() {
			if f.Embedded() && !types.Identical(f.Type(), t) && e.models.Type(f.Type()) != 0 && is(f.Type()) {
				return true
			}
		}
	case *types.Interface:
		for i := range under.NumEmbeddeds() {
			if emb := under.EmbeddedType(i); e.models.Type(emb) != 0 && is(emb) {
				return true
			}
		}
	}
	return false
}

// inert reports whether values of t are no data: what an access goes through,
// or what a request is answered on.
func (e *engine) inert(t types.Type) bool {
	return answer(e.types.inert, t, func() bool { return e.isInert(t) })
}

func (e *engine) isInert(t types.Type) bool {
	if ssax.IsContext(t) || e.carriesRequest(t) || e.models.Type(t) == web.IsResponse || e.models.Type(t) == web.IsRouter || data.Handle(t) {
		return true
	}
	switch under := t.Underlying().(type) {
	case *types.Signature:
		return !anyWord(typeName(t), conditionWords)
	case *types.Chan:
		return true
	case *types.Interface:
		named, ok := types.Unalias(t).(*types.Named)
		return ok && under.NumMethods() > 0 && named.Obj().Pkg() != nil && !ssax.IsError(t) && !anyWord(named.Obj().Name(), conditionWords) && !isKey(named)
	}
	return false
}

// isCondition reports whether values of t say which records are meant.
func isCondition(t types.Type) bool {
	if slice, ok := t.Underlying().(*types.Slice); ok {
		t = slice.Elem()
	}
	return anyWord(typeName(t), conditionWords)
}

// tellsCaller reports whether a call out of view returns who the caller is: it
// is called so, and is given the request or its context.
func (e *engine) tellsCaller(common *ssa.CallCommon, fn *types.Func) bool {
	if fn == nil || common.Signature().Results().Len() == 0 {
		return false
	}
	if !identityName(fn.Name()) || isStoreName(fn.Name()) {
		return false
	}
	return slices.ContainsFunc(common.Args, func(v ssa.Value) bool { return e.carriesIdentity(v.Type()) })
}

// isStoreName: GetUserByID fetches a user, not the caller.
func isStoreName(name string) bool {
	kind := data.KindOf(name)
	return kind == data.Writes || kind == data.Inserts || kind == data.Nothing || slices.Contains(data.Words(name), "by")
}

// assertedIdentity reports whether what comes out of a context is taken for a
// type that tells who the caller is.
func (e *engine) assertedIdentity(call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok || v.Referrers() == nil {
		return false
	}
	return e.assertedAs(v, 0)
}

func (e *engine) assertedAs(v ssa.Value, depth int) bool {
	for _, ref := range *v.Referrers() {
		switch x := ref.(type) {
		case *ssa.TypeAssert:
			if identityName(typeName(x.AssertedType)) || e.isClaims(x.AssertedType) {
				return true
			}
		case *ssa.Extract:
			if depth == 0 && x.Index == 0 && e.assertedAs(x, 1) {
				return true
			}
		}
	}
	return false
}

// isService reports whether t is a struct of the program's own that does work
// rather than hold data: it has a lock, a connection, a function, an interface
// or another service in it, and none of a record's tags.
func (e *engine) isService(t types.Type, depth int) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok || depth > 3 || e.looksLikeRecord(named) || e.tellsOfCaller(named) {
		return false
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		switch f.Type().Underlying().(type) {
		case *types.Map, *types.Chan, *types.Signature:
			return true
		}
		if e.inert(f.Type()) || isLock(f.Type()) || f.Type() != t && e.isService(f.Type(), depth+1) {
			return true
		}
	}
	return s.NumFields() == 0
}

// tellsOfCaller reports whether a type is a token's or its claims', or a struct
// that has one in it.
func (e *engine) tellsOfCaller(t *types.Named) bool {
	if _, ok := flow.ClaimedType(t); ok {
		return true
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if _, ok := flow.ClaimedType(f.Type()); ok {
			return true
		}
	}
	return false
}

func isLock(t types.Type) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	return ok && named.Obj().Pkg() != nil && strings.HasPrefix(named.Obj().Pkg().Path(), "sync")
}
