package access

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
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
	return !isBool(v.Type()) && !isError(v.Type()) && u.deep(v).has(identity)
}

func (u *unit) passesCall(call ssa.CallInstruction) bool {
	common := call.Common()
	fn := ssax.Callee(common)
	recv, args := ssax.Args(common)
	any := false
	for _, a := range args {
		any = any || u.tells(a)
	}
	if fact := u.e.fact(fn); fact != nil && fact.Does.Passes && fact.Does.Verifies {
		return len(fact.Does.Sets) > 0
	}
	if !any {
		return false
	}
	if fn == nil {
		return true // next(w, r, claims)
	}
	if row := web.FuncOf(fn); row != nil && row.Does == web.SetsValue {
		v, ok := call.(*ssa.Call)
		if ok && common.Signature().Results().Len() > 0 && standardContext(call) {
			return len(*v.Referrers()) > 0 // A context that nobody uses passes nothing on.
		}
		return true
	}
	for _, a := range append(args, recv) {
		if a != nil && carriesIdentity(a.Type()) {
			return true
		}
	}
	return recv != nil && typeName(recv.Type()) == "Header"
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
				if row := jwt.FuncOf(obj, ""); row != nil && row.Does == model.Verifies {
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
