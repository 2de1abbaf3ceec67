package access

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Behind a library that verifies, programs take the token apart once more by
// hand: they cut it at its dots and decode what stands in the middle.

// decodesPayload reports whether a call decodes the claims of a token.
func decodesPayload(common *ssa.CallCommon, fn *types.Func) bool {
	_, args := ssax.Args(common)
	return slices.ContainsFunc(args, func(a ssa.Value) bool { return isPayload(a, 0) }) && anyWord(fn.Name(), decodeWords)
}

var decodeWords = &wordSet{text: `decode decoded segment`}

// isPayload reports whether a value is the second part of a text that is cut at
// its dots, with padding or without.
func isPayload(v ssa.Value, depth int) bool {
	if depth > 4 {
		return false
	}
	switch x := v.(type) {
	case *ssa.UnOp:
		addr, ok := x.X.(*ssa.IndexAddr)
		return ok && x.Op == token.MUL && isOne(addr.Index) && cutAtDots(addr.X)
	case *ssa.BinOp:
		return isPayload(x.X, depth+1)
	case *ssa.Convert:
		return isPayload(x.X, depth+1)
	case *ssa.Phi:
		return slices.ContainsFunc(x.Edges, func(e ssa.Value) bool { return isPayload(e, depth+1) })
	}
	return false
}

func isOne(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && constant.Compare(c.Value, token.EQL, constant.MakeInt64(1))
}

// cutAtDots reports whether a list is the parts of a text between its dots.
func cutAtDots(list ssa.Value) bool {
	call, ok := list.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssax.Callee(call.Common())
	if fn == nil || pkgPath(fn) != "strings" || !strings.HasPrefix(fn.Name(), "Split") {
		return false
	}
	return text(call.Common().Args[1]) == "."
}
