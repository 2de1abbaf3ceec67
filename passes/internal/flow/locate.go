package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// literal is one place where a constant text stands in the source.
type literal struct {
	expr     ast.Expr
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
	best, distance := literal{pos: near, phrase: "constant"}, token.Pos(-1)
	for _, lit := range e.literals[text] {
		d := lit.expr.Pos() - near
		if d < 0 {
			d = -d
		}
		if distance < 0 || d < distance {
			best, distance = lit, d
		}
	}
	return best
}

// indexLiterals lists the constant text expressions by value. Parts of a
// larger constant expression are not listed.
func (e *engine) indexLiterals() map[string][]literal {
	out := make(map[string][]literal)
	in := inspector.New(e.pass.Files)
	in.Nodes([]ast.Node{(*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil), (*ast.BinaryExpr)(nil)},
		func(n ast.Node, push bool) bool {
			expr := n.(ast.Expr)
			tv, ok := e.pass.TypesInfo.Types[expr]
			if !push || !ok || tv.Value == nil || tv.Value.Kind() != constant.String {
				return true
			}
			text := constant.StringVal(tv.Value)
			out[text] = append(out[text], e.describe(expr))
			return false
		})
	return out
}

// describe says what kind of text a constant expression is.
func (e *engine) describe(expr ast.Expr) literal {
	lit := literal{expr: expr, pos: expr.Pos(), phrase: "the text stands here"}
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
	if found, ok := e.callExprs()[pos]; ok {
		return found.Pos(), found.End()
	}
	return pos, pos
}

// callExprs indexes call expressions by their opening parenthesis.
func (e *engine) callExprs() map[token.Pos]*ast.CallExpr {
	if e.callsAt == nil {
		e.callsAt = make(map[token.Pos]*ast.CallExpr)
		in := inspector.New(e.pass.Files)
		in.Preorder([]ast.Node{(*ast.CallExpr)(nil)}, func(n ast.Node) {
			c := n.(*ast.CallExpr)
			e.callsAt[c.Lparen] = c
		})
	}
	return e.callsAt
}
