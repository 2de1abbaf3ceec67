package flow

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"
)

// mayRefresh reports whether a token may be one for refreshing, by the names
// around the place that issues it: those of the statement, of that which sets
// the exp, and of the function. Where they say neither that nor access, but the
// function is about both, it may be either.
func (e *engine) mayRefresh(call ssa.CallInstruction, exp []Exp) bool {
	near, whole := e.wordsAround(call.Pos())
	for _, x := range exp {
		for _, s := range x.Steps {
			if s.Pos.IsValid() && !s.told {
				words, _ := e.wordsAround(s.Pos)
				near += words
			}
		}
	}
	switch {
	case strings.Contains(near, "refresh"):
		return true
	case strings.Contains(near, "access"):
		return false
	}
	return strings.Contains(whole, "refresh")
}

// wordsAround lists the names and texts, in lower case, of the innermost simple
// statement at a position together with the function's name, and of the
// function as a whole.
func (e *engine) wordsAround(pos token.Pos) (near, whole string) {
	near, fn := e.statementAt(pos)
	if fn == nil {
		return near, ""
	}
	return near + wordsOf(fn.Name), wordsOf(fn)
}

// statementAt lists the words of the innermost simple statement at a position,
// and the function around it.
func (e *engine) statementAt(pos token.Pos) (words string, fn *ast.FuncDecl) {
	for _, file := range e.pass.Files {
		if pos < file.FileStart || pos > file.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, pos, pos)
		found := false
		for _, node := range path {
			switch node := node.(type) {
			case *ast.FuncDecl:
				return words, node
			case *ast.AssignStmt, *ast.ReturnStmt, *ast.ExprStmt, *ast.DeclStmt, *ast.KeyValueExpr:
				if !found {
					words, found = wordsOf(node), !isKeyValue(node)
				}
			}
		}
	}
	return words, nil
}

func isKeyValue(n ast.Node) bool {
	_, ok := n.(*ast.KeyValueExpr)
	return ok
}

// wordsOf lists the names and texts below a node.
func wordsOf(n ast.Node) string {
	var b strings.Builder
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			b.WriteString(strings.ToLower(n.Name) + " ")
		case *ast.BasicLit:
			b.WriteString(strings.ToLower(n.Value) + " ")
		}
		return true
	})
	return b.String()
}
