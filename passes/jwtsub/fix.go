package jwtsub

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
)

// leave is the fix that ends a branch which refuses the caller and goes on: a
// return behind its answer, or in front of it where the handler returns what
// the answer does. There is none if several branches could be meant.
func leave(pass *analysis.Pass, result *access.Result, f access.Finding) []analysis.SuggestedFix {
	if f.Fault != access.Ineffective {
		return nil
	}
	branches := result.Unfinished(f)
	if len(branches) != 1 {
		return nil
	}
	file := edit.File(pass, f.Pos, branches[0].Answer)
	if file == nil {
		return nil
	}
	sig, branch, answer := around(pass, file, branches[0])
	if branch == nil || answer == nil {
		return nil
	}
	switch results := sig.Results(); {
	case results.Len() == 0:
		return edit.Last(pass, branch.Body, "return", "Return after the refusal")
	case results.Len() == 1 && types.Identical(results.At(0).Type(), pass.TypesInfo.TypeOf(answer)):
		return edit.Before(answer.Pos(), "return ", "Return the refusal")
	}
	return nil
}

// around finds the if statement whose last statement is the answer, and the
// signature of the function it stands in.
func around(pass *analysis.Pass, file *ast.File, u access.Unfinished) (sig *types.Signature, branch *ast.IfStmt, answer *ast.CallExpr) {
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || u.Answer < n.Pos() || n.End() < u.Answer {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			sig, _ = pass.TypesInfo.TypeOf(n.Name).(*types.Signature)
		case *ast.FuncLit:
			sig, _ = pass.TypesInfo.TypeOf(n).(*types.Signature)
		case *ast.IfStmt:
			if last := lastCall(n.Body); last != nil && last.Lparen == u.Answer && n.Else == nil && within(n.Cond, u.Cond) {
				branch, answer = n, last
			}
		}
		return true
	})
	if sig == nil {
		return nil, nil, nil
	}
	return sig, branch, answer
}

// lastCall is the call that a block ends with, if it stands for itself.
func lastCall(body *ast.BlockStmt) *ast.CallExpr {
	if len(body.List) == 0 {
		return nil
	}
	stmt, ok := body.List[len(body.List)-1].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, _ := stmt.X.(*ast.CallExpr)
	return call
}

func within(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos <= n.End() }
