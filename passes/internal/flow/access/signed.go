package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// signed is what it tells that a library has verified a token. Only who has the
// key can have signed it: what the key was found by is the caller's.
func (u *unit) signed(call *ssa.Call, row *model.Func) []test {
	if row.Does != model.Verifies {
		return nil
	}
	s := u.keyFrom(flow.OperandAt(call.Common(), row.Key))
	if opts, ok := flow.OperandAt(call.Common(), row.Options).(*ssa.Slice); ok {
		for _, opt := range ssax.Elements(opts) {
			s = s.or(u.keyHanded(opt))
		}
	}
	if s = s.and(u.ids().or(u.operands())); s.empty() {
		return nil
	}
	return []test{{a: s, b: set{}.with(identity)}}
}

// keyHanded is what the key in an option was found by.
func (u *unit) keyHanded(opt ssa.Value) set {
	call, ok := unwrapped(opt).(*ssa.Call)
	if !ok {
		return set{}
	}
	row := u.e.models.JWT(ssax.Callee(call.Common()), "")
	if row == nil || row.Does != model.HandsKey && row.Does != model.SelectsKey {
		return set{}
	}
	return u.keyFrom(flow.OperandAt(call.Common(), row.Key))
}

// keyFrom is what a key derives from, or what the function that finds it has at hand.
func (u *unit) keyFrom(key ssa.Value) set {
	if key == nil {
		return set{}
	}
	if named, ok := key.(*ssa.ChangeType); ok {
		key = named.X
	}
	return u.deep(key)
}

// isKey reports whether a library keeps keys in values of an interface type.
func isKey(t *types.Named) bool {
	pkg := t.Obj().Pkg()
	return pkg != nil && jwt.Has(pkg.Path()) && anyWord(t.Obj().Name(), keyWords)
}

var keyWords = &wordSet{text: `key keys set keyset jwk jwks`}
