package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Enforcement is what a parser's options say about one claim.
type Enforcement struct {
	Found       []Value // the options that enforce it, in order
	Conditional bool    // on some way through the program there are none
	Unseen      bool    // some options are out of view
	Missing     *Value  // an independent writer without any, if there are several
}

// EnforcedBy looks for the options that enforce a claim in a list of options.
func EnforcedBy(options Value, claim model.Claim) Enforcement {
	out, sure := enforced(options, claim)
	out.Conditional = len(out.Found) > 0 && !sure
	return out
}

// enforced also tells whether every way through the program has the option.
func enforced(v Value, claim model.Claim) (out Enforcement, sure bool) {
	switch v.Kind {
	case List:
		for _, elem := range v.Elems {
			got, s := enforced(elem, claim)
			out.add(got)
			sure = sure || s
		}
	case Spread:
		return enforced(v.Elems[0], claim)
	case Either, Writers:
		sure = len(v.Elems) > 0
		for i, alt := range v.Elems {
			got, s := enforced(alt, claim)
			if v.Kind == Writers && !s && !got.Unseen && len(got.Found) == 0 {
				out.Missing = &v.Elems[i]
			}
			out.add(got)
			sure = sure && s
		}
	case Opt:
		return enforcedByOption(v, claim)
	case Empty:
	default:
		out.Unseen = true
	}
	return out, sure
}

func enforcedByOption(v Value, claim model.Claim) (out Enforcement, sure bool) {
	switch o := v.Option; {
	case o.Does == model.Enforces && o.Check == claim:
		out.Found = append(out.Found, v)
		sure = true
	case o.Does == model.Carries:
		for _, elem := range v.Elems {
			if elem.Kind == Struct {
				return enforced(elem.Field(parserOptions), claim)
			}
			got, s := enforced(elem, claim)
			out.add(got)
			sure = sure || s
		}
	}
	return out, sure
}

// And joins what the options of a verification enforce with what those of a
// later validation do: either is enough.
func (e Enforcement) And(later Enforcement) Enforcement {
	sure := len(e.Found) > 0 && !e.Conditional || len(later.Found) > 0 && !later.Conditional
	e.add(later)
	e.Conditional = len(e.Found) > 0 && !sure
	return e
}

func (e *Enforcement) add(more Enforcement) {
	e.Found = append(e.Found, more.Found...)
	e.Unseen = e.Unseen || more.Unseen
	if e.Missing == nil {
		e.Missing = more.Missing
	}
}

// Disabled reports whether an option switches the check of a claim off, or the
// library does not make it and no option switches it on.
func Disabled(options Value, claim model.Claim) bool {
	on := options.Has(func(v Value) bool {
		return v.concerns(model.Switches, claim) && !isBool(v.Elems[0], "false")
	})
	return options.Has(func(v Value) bool {
		switch {
		case v.concerns(model.Switches, claim):
			return isBool(v.Elems[0], "false")
		case !v.concerns(model.Disables, claim):
			return false
		case v.Option.Default:
			return !on
		}
		// Have: an option or a field. The field may be false, or not in view.
		return len(v.Elems) == 0 || isBool(v.Elems[0], "true")
	})
}

// concerns reports whether v is an option of that role about the claim.
func (v Value) concerns(role model.Role, claim model.Claim) bool {
	return v.Kind == Opt && v.Option.Does == role &&
		(v.Option.Check == claim || v.Option.Check == model.All && claim != model.Sig)
}

func isBool(v Value, text string) bool { return v.Kind == Literal && v.Text == text }

// ClaimsTypes returns the types that the claims operand may have, as far as
// they are in view.
func (s *Site) ClaimsTypes() []types.Type {
	if s.claims == nil {
		return nil
	}
	var out []types.Type
	seen := make(map[ssa.Value]bool)
	var walk func(v ssa.Value)
	walk = func(v ssa.Value) {
		if seen[v] {
			return
		}
		seen[v] = true
		switch x := v.(type) {
		case *ssa.MakeInterface:
			out = append(out, x.X.Type())
		case *ssa.ChangeInterface:
			walk(x.X)
		case *ssa.Slice:
			for _, elem := range ssax.Elements(x) {
				walk(elem)
			}
		case *ssa.Phi:
			for _, edge := range x.Edges {
				walk(edge)
			}
		default:
			if _, list := v.Type().Underlying().(*types.Slice); !list && !types.IsInterface(v.Type()) {
				out = append(out, v.Type())
			}
		}
	}
	walk(s.claims)
	return out
}

// Claims returns the operand that the claims are decoded to, or nil.
func (s *Site) Claims() ssa.Value { return s.claims }

// Model returns the library that verifies.
func (s *Site) Model() *model.Library { return s.library }

// libraryOf returns the library whose function a call names, or nil.
func libraryOf(call ssa.CallInstruction) *model.Library {
	fn := ssax.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	return jwt.LibraryOf(fn.Pkg().Path())
}
