package flow

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// literal is one place where a constant text stands in the source.
type literal struct {
	pos      token.Pos
	phrase   string
	declared types.Object // the constant, if it is one's name
}

// literalAt finds where a constant stands that is used near the given place:
// SSA constants have no position. The nearest expression of that value is
// it; for the name of a constant of this package, its declaration.
func (e *engine) literalAt(text string, near token.Pos) literal {
	if e.literals == nil {
		e.literals = e.indexLiterals()
	}
	best, distance := ast.Expr(nil), token.Pos(-1)
	for _, expr := range e.literals[text] {
		d := expr.Pos() - near
		if d < 0 {
			d = -d
		}
		if distance < 0 || d < distance {
			best, distance = expr, d
		}
	}
	if best == nil {
		return literal{pos: near, phrase: "constant"}
	}
	return e.describe(best)
}

// indexLiterals lists the constant text expressions by value, in source order.
// Parts of a larger constant expression are not listed.
func (e *engine) indexLiterals() map[string][]ast.Expr {
	var all []ast.Expr
	for expr, tv := range e.pass.TypesInfo.Types {
		switch expr.(type) {
		case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr, *ast.BinaryExpr:
			if tv.Value != nil && tv.Value.Kind() == constant.String {
				all = append(all, expr)
			}
		}
	}
	slices.SortFunc(all, func(a, b ast.Expr) int { return cmp.Or(int(a.Pos()-b.Pos()), int(b.End()-a.End())) })
	out, end := make(map[string][]ast.Expr), token.NoPos
	for _, expr := range all {
		if expr.Pos() < end {
			continue
		}
		end = expr.End()
		text := constant.StringVal(e.pass.TypesInfo.Types[expr].Value)
		out[text] = append(out[text], expr)
	}
	return out
}

// describe says what kind of text a constant expression is.
func (e *engine) describe(expr ast.Expr) literal {
	lit := literal{pos: expr.Pos(), phrase: "the text stands here"}
	var id *ast.Ident
	switch x := expr.(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return lit
	}
	obj, ok := e.pass.TypesInfo.Uses[id].(*types.Const)
	if !ok {
		return lit
	}
	lit.phrase = "constant " + types.ExprString(expr)
	lit.declared = obj
	if obj.Pkg() == e.pass.Pkg {
		lit.pos = obj.Pos()
	}
	return lit
}

// span is the extent of the call expression behind an instruction, whose own
// position is that of a parenthesis.
func (e *engine) span(call ssa.CallInstruction) (token.Pos, token.Pos) {
	pos := call.Pos()
	if call.Common().Pos().IsValid() {
		pos = call.Common().Pos()
	}
	if found := e.parens().calls[pos]; found != nil {
		return found.Pos(), found.End()
	}
	return pos, pos
}

// parens are the expressions that SSA instructions know by their opening parenthesis.
type parens struct {
	calls      map[token.Pos]*ast.CallExpr
	assertions map[token.Pos]*ast.TypeAssertExpr
}

// parens indexes the package's expressions when the first one is asked for. The
// type checker has listed them: walking over the syntax once more takes longer.
func (e *engine) parens() *parens {
	if e.parenthesised == nil {
		e.parenthesised = &parens{make(map[token.Pos]*ast.CallExpr), make(map[token.Pos]*ast.TypeAssertExpr)}
		for expr := range e.pass.TypesInfo.Types {
			switch expr := expr.(type) {
			case *ast.CallExpr:
				e.parenthesised.calls[expr.Lparen] = expr
			case *ast.TypeAssertExpr:
				e.parenthesised.assertions[expr.Lparen] = expr
			}
		}
	}
	return e.parenthesised
}
