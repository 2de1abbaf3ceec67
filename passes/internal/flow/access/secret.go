package access

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Who presents a secret that only the program's operators have, such as the key
// of its administration, may do what that guards, whoever's record it is. Two
// parts of one request that agree (a header and a cookie) are no secret.

// presentsSecret reports whether one of two values is a part of the request's
// header, the other a secret of the program.
func (u *unit) presentsSecret(a, b ssa.Value) bool {
	for _, pair := range [][2]ssa.Value{{a, b}, {b, a}} {
		if name, ok := u.presented(pair[0]); ok {
			kept, ok := u.setUp(pair[1])
			return ok && (anyWord(name, secretWords) || anyWord(kept, secretWords))
		}
	}
	return false
}

var secretWords = &wordSet{text: `key apikey secret token password passphrase credential credentials`}

// presented is the name of the header that a value is; the one of basic
// authentication has none.
func (u *unit) presented(v ssa.Value) (name string, ok bool) {
	for range 8 {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.Slice:
			v = x.X
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.UnOp:
			a := u.target(x)
			if a == nil {
				return "", false
			}
			v = onlyStoredValue(a)
		case *ssa.Call:
			fn := ssax.Callee(x.Common())
			if row := u.e.models.Web(fn); row != nil {
				name, _ = constText(flow.OperandAt(x.Common(), row.Key))
				return name, row.Does == web.HeaderParameter
			}
			recv, args := ssax.Args(x.Common())
			if recv != nil || len(args) == 0 || fn == nil || fn.Pkg() == nil || sameModule(u.e.pass, fn.Pkg()) {
				return "", false
			}
			v = args[0] // strings.TrimPrefix, sha256.Sum256
		default:
			return "", false
		}
	}
	return "", false
}

// setUp is the name of the variable, field or setting that a value is: of
// something that is there before any request is. For a literal, that is what
// the function has that it stands in.
func (u *unit) setUp(v ssa.Value) (name string, ok bool) {
	for range 8 {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.Slice:
			v = x.X
		case *ssa.BinOp:
			if _, prefix := x.X.(*ssa.Const); !prefix || x.Op != token.ADD {
				return "", false
			}
			v = x.Y // "Bearer " + secret
		case *ssa.FreeVar:
			if v = binding(x); v == nil {
				return "", false
			}
		case *ssa.Parameter:
			return x.Name(), x.Parent() == u.root && u.asksElsewhere()
		case *ssa.Global:
			return x.Name(), true
		case *ssa.UnOp:
			if a := u.target(x); a != nil {
				v = onlyStoredValue(a)
				continue
			}
			if fa, ok := x.X.(*ssa.FieldAddr); ok {
				base, path := u.place(fa)
				return path, u.outlives(base)
			}
			v = x.X
		case *ssa.Call:
			return setting(x)
		default:
			return "", false
		}
	}
	return "", false
}

// asksElsewhere reports whether the unit's function only makes what is called later.
func (u *unit) asksElsewhere() bool {
	results := u.root.Signature.Results()
	return results.Len() > 0 && u.e.isCallable(results.At(0).Type())
}

// outlives reports whether something is there before and after a request.
func (u *unit) outlives(base ssa.Value) bool {
	switch x := base.(type) {
	case *ssa.Global:
		return true
	case *ssa.Parameter:
		receiver := x.Parent().Signature.Recv() != nil && x == x.Parent().Params[0]
		return x.Parent() == u.root && (receiver || u.asksElsewhere()) && !u.e.carriesRequest(x.Type())
	case *ssa.Alloc:
		v := onlyStoredValue(x)
		return v != nil && u.base(v) != base && u.outlives(u.base(v))
	case *ssa.Call:
		_, ok := setting(x)
		return ok
	}
	return false
}

// setting is the name of what a call reads out of the environment, or of a
// function without operands that returns the configuration.
func setting(call *ssa.Call) (name string, ok bool) {
	fn := ssax.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return "", false
	}
	recv, args := ssax.Args(call.Common())
	if row := std.Of(fn); row != nil && row.Does == std.Outside && len(args) > 0 {
		return constText(args[0])
	}
	return fn.Name(), recv == nil && len(args) == 0
}

// alike reports whether a call tells if two values are alike.
func alike(call *ssa.Call) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil {
		return false
	}
	row := std.Of(fn)
	return row != nil && row.Does == std.Matches && len(call.Common().Args) == 2
}
