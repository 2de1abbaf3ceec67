package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Where claims go to another package of the same module, the facts of that package say
// what it does with them, also by saying nothing.

// silentAbout reports whether a call is of another package's function that has been gone
// through there as one that gets a token or claims, and checks nothing of them.
func (t *tracker) silentAbout(v ssa.Value, common *ssa.CallCommon) bool {
	callee := common.StaticCallee()
	if callee == nil || callee.Object() == nil || !t.packageFact(callee.Object().Pkg()).Looked {
		return false
	}
	var params []*types.Var
	if recv := callee.Signature.Recv(); recv != nil {
		params = append(params, recv)
	}
	params = slices.AppendSeq(params, callee.Signature.Params().Variables())
	for i, p := range params {
		if claim, ok := ClaimedType(p.Type()); ok && claim != "" && operand(common, i) == v {
			return true
		}
	}
	return false
}

// readElsewhere reports whether a field is of another package's struct, whose
// methods may compare the claim there.
func (t *tracker) readElsewhere(f *types.Var) bool {
	if f.Pkg() == t.pass.Pkg || Modelled(f.Pkg()) {
		return false
	}
	fact := t.packageFact(f.Pkg())
	if len(fact.Imports) == 0 || slices.Contains(handedUp(t.pass, checksOf), t.claim) {
		return true
	}
	return !fact.Looked && t.claimWithoutLibrary(f.Type())
}

// claimWithoutLibrary reports whether one can read the claim from a type without a
// word of the library's: packages that do so are not gone through.
func (t *tracker) claimWithoutLibrary(typ types.Type) bool {
	s := ssax.StructOf(typ)
	if s == nil {
		_, isMap := typ.Underlying().(*types.Map)
		return isMap
	}
	for f := range s.Fields() {
		if claimOfTag(typ, f) == string(t.claim) {
			return true
		}
	}
	return false
}

// packageFact is the fact of a package that this one imports; an empty one if it has none.
func (e *engine) packageFact(pkg *types.Package) *PackageFact {
	fact := new(PackageFact)
	if pkg == nil || !slices.Contains(e.pass.Pkg.Imports(), pkg) || !e.pass.ImportPackageFact(pkg, fact) {
		return new(PackageFact)
	}
	return fact
}
