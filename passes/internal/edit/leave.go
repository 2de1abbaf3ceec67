package edit

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Leave is the fix that ends a branch which refuses a request and goes on: a
// return behind its answer, or in front of it where the function returns what
// the answer does. The answer is a call by its opening parenthesis, the last
// statement of an if without else; its condition has to include cond.
func Leave(pass *analysis.Pass, finding, cond, answer token.Pos) []analysis.SuggestedFix {
	file := File(pass, finding, answer)
	if file == nil {
		return nil
	}
	sig, branch, last := around(pass, file, answer)
	if branch == nil || last == nil || cond.IsValid() && !within(branch.Cond, cond) {
		return nil
	}
	switch results := sig.Results(); {
	case results.Len() == 0:
		return Last(pass, branch.Body, "return", "Return after the refusal")
	case results.Len() == 1 && types.Identical(results.At(0).Type(), pass.TypesInfo.TypeOf(last)):
		return Before(last.Pos(), "return ", "Return the refusal")
	}
	return nil
}

// Stop is the fix that calls a method without operands on the receiver of a call in front
// of it: the method that stops a chain, before the answer. The call is one by its
// opening parenthesis, a statement of its own on a line of its own.
func Stop(pass *analysis.Pass, finding, answer token.Pos, method string) []analysis.SuggestedFix {
	file := File(pass, finding, answer)
	if file == nil || method == "" {
		return nil
	}
	var fixes []analysis.SuggestedFix
	ast.Inspect(file, func(n ast.Node) bool {
		block, ok := n.(*ast.BlockStmt)
		if !ok {
			return true
		}
		for _, stmt := range block.List {
			call := standsAlone(stmt)
			if call == nil || call.Lparen != answer {
				continue
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				if recv, ok := sel.X.(*ast.Ident); ok {
					fixes = line(pass, stmt.Pos(), recv.Name+"."+method+"()", "Stop the chain")
				}
			}
		}
		return true
	})
	return fixes
}

// around finds the if statement whose last statement is a call, and the
// signature of the function it stands in.
func around(pass *analysis.Pass, file *ast.File, answer token.Pos) (sig *types.Signature, branch *ast.IfStmt, last *ast.CallExpr) {
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || answer < n.Pos() || n.End() < answer {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			sig, _ = pass.TypesInfo.TypeOf(n.Name).(*types.Signature)
		case *ast.FuncLit:
			sig, _ = pass.TypesInfo.TypeOf(n).(*types.Signature)
		case *ast.IfStmt:
			if len(n.Body.List) == 0 || n.Else != nil {
				return true
			}
			if call := standsAlone(n.Body.List[len(n.Body.List)-1]); call != nil && call.Lparen == answer {
				branch, last = n, call
			}
		}
		return true
	})
	if sig == nil {
		return nil, nil, nil
	}
	return sig, branch, last
}

// standsAlone is the call that a statement consists of, or nil.
func standsAlone(stmt ast.Stmt) *ast.CallExpr {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, _ := expr.X.(*ast.CallExpr)
	return call
}

func within(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos <= n.End() }
