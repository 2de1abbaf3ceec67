package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// byLibrary is a call of a library's function.
func (t *try) byLibrary(p *path, call *ssa.Call, row *model.Func) {
	recv, _ := ssax.Args(call.Common())
	about := recv
	if own := OperandAt(call.Common(), row.Claims); own != nil && row.Does == model.GetsClaim {
		about = own
	}
	forged := about != nil && p.valueOf(about).is.forger()
	switch row.Does {
	case model.Verifies:
		lib := t.libraryAt(call)
		p.setResults(call, refusal(call, lib))
		if lib != nil && lib.Failure.Filled {
			t.fill(p, OperandAt(call.Common(), row.Claims))
		}
	case model.GetsClaim:
		if forged {
			p.setResults(call, dataResults(call, isClaim))
			t.fill(p, OperandAt(call.Common(), row.Into))
		}
	case model.DecodesClaims:
		if forged {
			t.fill(p, OperandAt(call.Common(), row.Claims))
			p.setResults(call, dataResults(call, isClaims))
		}
	case model.BuildsToken:
		if claims := OperandAt(call.Common(), row.Claims); claims != nil && p.valueOf(claims).is.forger() {
			p.use(call.Pos(), "what it says is put into a new token here")
		}
	case model.ValidatesClaims, model.ChecksClaim, model.ParsesUnverified:
	default:
		if k := t.mixed(p, call.Common().Args...); k.is.forger() {
			p.setResults(call, dataResults(call, isClaim))
		}
	}
}

// libraryAt is the library whose function a call names, nil for one of the project's own.
func (t *try) libraryAt(call *ssa.Call) *model.Library {
	fn := ssax.Callee(call.Common())
	if t.models.Func(fn) != nil {
		return nil
	}
	return jwt.LibraryOf(fn.Pkg().Path())
}

// refusal is what a verification returns that fails.
func refusal(call *ssa.Call, lib *model.Library) []known {
	var out []known
	for r := range call.Common().Signature().Results().Variables() {
		claim, _ := ClaimedType(r.Type())
		switch filled := lib != nil && lib.Failure.Filled; {
		case ssax.IsError(r.Type()):
			out = append(out, known{is: isFailure, lib: lib})
		case filled && claim == "token":
			out = append(out, known{is: isToken})
		case filled && claim == "claims":
			out = append(out, known{is: isClaims})
		case !filled && nilable(r.Type()):
			out = append(out, known{is: isNothing})
		case isBoolType(r.Type()):
			out = append(out, truth(false))
		default:
			out = append(out, known{})
		}
	}
	return out
}

func nilable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Slice, *types.Map:
		return true
	}
	return false
}

// dataResults are the results of a call that has worked on something of the forger's.
func dataResults(call *ssa.Call, n Notion) []known {
	var out []known
	for r := range call.Common().Signature().Results().Variables() {
		switch {
		case ssax.IsError(r.Type()):
			out = append(out, known{is: isNothing})
		case isBoolType(r.Type()):
			out = append(out, known{})
		default:
			out = append(out, known{is: n})
		}
	}
	return out
}

// fill notes that a variable, given by its address or as a map, holds claims.
func (t *try) fill(p *path, v ssa.Value) {
	for _, elem := range ssax.Elements(v) {
		t.fill(p, elem)
	}
	for ; v != nil; v = unwrap(v) {
		p.set(v, known{is: isClaims})
		if load, ok := v.(*ssa.UnOp); ok {
			p.mem[load.X] = known{is: isClaims}
			return
		}
	}
}
