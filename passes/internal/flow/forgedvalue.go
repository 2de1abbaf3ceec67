package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Notion is what is known of a value while a forged token is tried.
type Notion int

const (
	vague     Notion = iota // nothing
	isNothing               // nil
	isThere                 // not nil
	isTrue
	isFalse
	isFailure // the error of the verification
	isReport  // the same as the library's own type
	isBits    // its set of bits
	isJudged  // made from the error in a way that cannot be told
	isToken
	isClaims
	isClaim
)

// forger reports whether the forger has chosen a value.
func (n Notion) forger() bool { return n >= isToken }

// known is a Notion with what goes with it.
type known struct {
	is     Notion
	number int64          // of isBits
	lib    *model.Library // of isFailure, isReport
	global *ssa.Global    // of isThere: the variable that holds the error
}

// valueOf is what is known of an operand.
func (p *path) valueOf(v ssa.Value) known {
	if c, ok := v.(*ssa.Const); ok {
		return constantNotion(c)
	}
	return p.vals[v]
}

func constantNotion(c *ssa.Const) known {
	switch {
	case c.IsNil():
		return known{is: isNothing}
	case c.Value != nil && c.Value.Kind() == constant.Bool:
		return truth(constant.BoolVal(c.Value))
	}
	return known{}
}

func truth(yes bool) known {
	if yes {
		return known{is: isTrue}
	}
	return known{is: isFalse}
}

// negated is the opposite of a condition.
func (k known) negated() known {
	switch k.is {
	case isTrue:
		return known{is: isFalse}
	case isFalse:
		return known{is: isTrue}
	case isJudged:
		return k
	}
	return known{}
}

// compared is the outcome of x == y.
func (p *path) compared(x, y ssa.Value) known {
	a, b := p.valueOf(x), p.valueOf(y)
	if b.is == isNothing || b.is == isBits {
		a, b, y = b, a, x
	}
	switch {
	case a.is == isJudged || b.is == isJudged:
		return known{is: isJudged}
	case a.is == isNothing:
		switch b.is {
		case isNothing:
			return truth(true)
		case isThere, isFailure, isReport, isToken, isClaims:
			return truth(false)
		}
	case a.is == isBits:
		if c, ok := y.(*ssa.Const); ok && c.Value != nil {
			n, exact := constant.Int64Val(constant.ToInt(c.Value))
			return truth(exact && n == a.number)
		}
		return known{is: isJudged}
	case a.is == isFailure || b.is == isFailure:
		return truth(false) // With one of the library's or of the program's own errors.
	case a.is == isThere && b.is == isThere:
		if a.global == nil || b.global == nil {
			return known{is: isJudged}
		}
		return truth(a.global == b.global)
	case a.is == isTrue || a.is == isFalse:
		if b.is == isTrue || b.is == isFalse {
			return truth(a.is == b.is)
		}
	}
	return known{}
}

// operation is the result of an operator.
func (t *try) operation(p *path, op *ssa.BinOp) known {
	switch op.Op {
	case token.EQL, token.NEQ:
		k := p.compared(op.X, op.Y)
		if op.Op == token.NEQ {
			k = k.negated()
		}
		if k.is != vague {
			return k
		}
	case token.AND:
		x, c := p.valueOf(op.X), op.Y
		if x.is != isBits {
			x, c = p.valueOf(op.Y), op.X
		}
		if mask, ok := c.(*ssa.Const); ok && x.is == isBits && mask.Value != nil {
			n, _ := constant.Int64Val(constant.ToInt(mask.Value))
			return known{is: isBits, number: x.number & n}
		}
	case token.GTR:
		if x := p.valueOf(op.X); x.is == isBits && isZero(op.Y) {
			return truth(x.number > 0)
		}
	}
	return t.mixed(p, op.X, op.Y)
}

func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.ExactString() == "0"
}

// mixed is what is made of several values: the forger's if one of them is.
func (t *try) mixed(p *path, vals ...ssa.Value) known {
	out := known{}
	for _, v := range vals {
		switch k := p.valueOf(v); {
		case k.is.forger():
			return known{is: isClaim}
		case k.is == isJudged || k.is == isFailure || k.is == isReport || k.is == isBits:
			out = known{is: isJudged}
		}
	}
	return out
}

// fieldOf is what a field holds.
func (t *try) fieldOf(p *path, x ssa.Value, index int) known {
	k := p.valueOf(x)
	f := ssax.Field(x.Type(), index)
	if f == nil {
		return known{}
	}
	switch k.is {
	case isToken:
		return tokenField(x.Type(), f)
	case isClaims, isClaim:
		return known{is: isClaim}
	case isReport:
		if f.Name() == k.lib.Failure.Bits {
			return known{is: isBits, number: t.bits(k.lib)}
		}
		return known{is: isFailure, lib: k.lib}
	}
	return known{}
}

// tokenField is a field of the token: its claims, or Valid. The rest, the header
// and the signature, decides nothing about the caller.
func tokenField(typ types.Type, f *types.Var) known {
	row, _ := jwt.TypeOf(typ)
	if row == nil || row.Is != model.IsToken {
		if inner, ok := ClaimedType(f.Type()); ok && inner == "token" {
			return known{is: isToken}
		}
		return known{is: isClaim}
	}
	switch claim, _ := claimedField(typ, f); {
	case f.Name() == "Valid":
		return known{is: isFalse}
	case claim == "claims":
		return known{is: isClaims}
	}
	return known{}
}

// bits is the set that the library's error has.
func (t *try) bits(lib *model.Library) int64 {
	if t.late {
		return lib.Failure.ForgedBit | lib.Failure.ExpiredBit
	}
	return lib.Failure.ForgedBit
}

// isOneOf answers errors.Is for the verification's error.
func (t *try) isOneOf(failure known, target ssa.Value) known {
	load, ok := target.(*ssa.UnOp)
	if !ok {
		return known{is: isJudged}
	}
	global, ok := load.X.(*ssa.Global)
	if !ok || global.Object() == nil {
		return known{is: isJudged}
	}
	name := global.Object().Name()
	if !Modelled(global.Object().Pkg()) {
		return truth(false)
	}
	return truth(slices.Contains(failure.lib.Failure.Forged, name) || t.late && name == failure.lib.Failure.Expired)
}

// isReportType reports whether a type is the one that a library's errors have.
func isReportType(typ types.Type, lib *model.Library) bool {
	if p, ok := types.Unalias(typ).(*types.Pointer); ok {
		typ = p.Elem()
	}
	named, ok := types.Unalias(typ).(*types.Named)
	return ok && lib != nil && lib.Failure.Report != "" && named.Obj().Name() == lib.Failure.Report && Modelled(named.Obj().Pkg())
}
