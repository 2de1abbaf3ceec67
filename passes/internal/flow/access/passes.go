package access

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// passes reports whether the function, or the literal that a scope is, hands
// the caller's identity on to what follows: in the context, the request, an
// argument. Whatever might do so counts.
func (u *unit) passes(scope int) bool {
	for _, fn := range u.funcs {
		if u.scopes[fn] != scope {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if u.passesAt(instr) {
					return true
				}
			}
		}
	}
	return false
}

func (u *unit) passesAt(instr ssa.Instruction) bool {
	switch x := instr.(type) {
	case *ssa.Store:
		base, _ := u.place(x.Addr)
		_, local := base.(*ssa.Alloc)
		return !local && u.tells(x.Val)
	case *ssa.MapUpdate:
		return outlives(x.Map) && u.tells(x.Value)
	case *ssa.Return:
		for _, r := range x.Results {
			if u.tells(r) {
				return true
			}
		}
	case ssa.CallInstruction:
		return u.passesCall(x)
	}
	return false
}

// tells reports whether a value tells who the caller is. That a token was
// valid does not.
func (u *unit) tells(v ssa.Value) bool {
	return !isBool(v.Type()) && !ssax.IsError(v.Type()) && u.deep(v).has(identity)
}

func (u *unit) passesCall(call ssa.CallInstruction) bool {
	common := call.Common()
	fn := ssax.Callee(common)
	recv, args := ssax.Args(common)
	told := false
	for _, a := range args {
		told = told || u.tells(a)
	}
	if fact := u.e.fact(fn); fact != nil && fact.Does.Passes && fact.Does.Verifies {
		return len(fact.Does.Sets) > 0
	}
	row := u.e.models.Web(fn)
	if !told && row != nil && row.Does == web.SetsValue {
		key, val := flow.OperandAt(common, row.Key), flow.OperandAt(common, row.Value)
		told = identityName(keyName(key)) && val != nil && !isBool(unwrapped(val).Type()) // As far as its name tells.
	}
	if !told {
		return false
	}
	if fn == nil {
		return true // next(w, r, claims)
	}
	if row != nil && row.Does == web.SetsValue {
		v, ok := call.(*ssa.Call)
		return !ok || !u.e.carriesIdentity(v.Type()) || u.e.handedOn(v, 0)
	}
	for _, a := range append(args, recv) {
		if a != nil && u.e.carriesIdentity(a.Type()) {
			return true
		}
	}
	return recv != nil && (typeName(recv.Type()) == "Header" || fn != nil && u.leftWith(call, recv, fn))
}

// leftWith reports whether a call of a method may leave what it is given where
// handlers find it: the receiver outlives the request, and the method neither
// answers a question nor writes a log.
func (u *unit) leftWith(call ssa.CallInstruction, recv ssa.Value, fn *types.Func) bool {
	if data.Of(pkgPath(fn)) == data.Notes {
		return false
	}
	switch data.KindOf(fn.Name()) {
	case data.Reads, data.Nothing, data.Builds:
		return false
	}
	for r := range fn.Signature().Results().Variables() {
		if !ssax.IsError(r.Type()) {
			return false
		}
	}
	base, path := u.place(recv)
	switch x := base.(type) {
	case *ssa.Global:
		return true
	case *ssa.Parameter:
		return path != "" || x.Parent() != call.Parent()
	case *ssa.Alloc:
		return x.Parent() != call.Parent() // What a factory has made.
	}
	return false
}

// handedOn reports whether a context, or a request made of it, ends up where
// others find it. One that is dropped, or only logged with, does not.
func (e *engine) handedOn(v ssa.Value, depth int) bool {
	if v.Referrers() == nil || depth > 6 {
		return true
	}
	for _, ref := range *v.Referrers() {
		switch x := ref.(type) {
		case *ssa.Call:
			fn := ssax.Callee(x.Common())
			switch {
			case fn != nil && data.Of(pkgPath(fn)) == data.Notes:
			case e.carriesIdentity(x.Type()):
				if e.handedOn(x, depth+1) {
					return true
				}
			default:
				return true
			}
		case *ssa.DebugRef:
		case *ssa.MakeInterface:
			if e.handedOn(x, depth+1) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// verifiedAt is where a scope verifies a token.
func (u *unit) verifiedAt(scope int) token.Pos {
	for _, fn := range u.funcs {
		if scope != 0 && u.scopes[fn] != scope {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				obj := ssax.Callee(call.Common())
				if row := u.e.models.JWT(obj, ""); row != nil && u.e.verifies(call.Common(), row) {
					return call.Pos()
				}
				if fact := u.e.fact(obj); fact != nil && fact.Does.Verifies {
					return call.Pos()
				}
			}
		}
	}
	return token.NoPos
}
