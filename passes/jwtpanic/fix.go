package jwtpanic

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// second is what the fix calls the outcome of an assertion.
const second = "ok"

// refuse is the fix that returns an error where the claim is of another type.
// There is none where the function returns no error, since going on with a zero value
// could weaken a check; nor for an assertion inside an expression.
func refuse(pass *analysis.Pass, a flow.Assertion) []analysis.SuggestedFix {
	if a.Holds != nil {
		return nil
	}
	file := edit.File(pass, a.Expr.Pos(), a.Expr.End())
	if file == nil {
		return nil
	}
	stmt, results := around(file, a.Expr)
	if stmt == nil || results == nil || !free(pass, stmt.Pos()) {
		return nil
	}
	zeros, ok := zeroValues(pass, stmt.Pos(), results)
	if !ok {
		return nil
	}
	failure, ok := newError(pass, file, stmt.Pos(), reason(a))
	if !ok {
		return nil
	}
	leave := "return " + strings.Join(append(zeros, failure), ", ")
	return edit.TwoValued(pass, stmt, second, leave, "Return an error if the claim is of another type")
}

func reason(a flow.Assertion) string {
	what := "a claim"
	if a.Claim != "" {
		what = "claim " + a.Claim
	}
	return what + " is missing or of another type"
}

// around finds the statement "x := claims[...].(T)" of a block, and the results
// of the function that it stands in.
func around(file *ast.File, expr ast.Expr) (stmt *ast.AssignStmt, results *ast.FieldList) {
	var inBlock []ast.Stmt
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || expr.Pos() < n.Pos() || n.End() < expr.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			results = n.Type.Results
		case *ast.FuncLit:
			results = n.Type.Results
		case *ast.BlockStmt:
			inBlock = n.List
		case *ast.CaseClause:
			inBlock = n.Body
		case *ast.AssignStmt:
			name, _ := n.Lhs[0].(*ast.Ident)
			if n.Tok != token.DEFINE || len(n.Lhs) != 1 || n.Rhs[0] != expr || name == nil || name.Name == second {
				return true
			}
			for _, s := range inBlock {
				if s == n {
					stmt = n
				}
			}
		}
		return true
	})
	return stmt, results
}

// free reports whether a statement can declare the second result without
// changing what the name means elsewhere.
func free(pass *analysis.Pass, pos token.Pos) bool {
	scope := pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	if scope.Lookup(second) == nil {
		_, outer := scope.LookupParent(second, pos)
		return outer == nil
	}
	v, ok := scope.Lookup(second).(*types.Var)
	if !ok || v.Pos() > pos || !types.Identical(v.Type(), types.Typ[types.Bool]) {
		return false
	}
	for id, obj := range pass.TypesInfo.Uses {
		if obj == v && id.Pos() > pos {
			return false
		}
	}
	return true
}

// zeroValues writes what a function returns beside the error that is its last
// result.
func zeroValues(pass *analysis.Pass, pos token.Pos, results *ast.FieldList) ([]string, bool) {
	var all []ast.Expr
	for _, f := range results.List {
		for range max(1, len(f.Names)) {
			all = append(all, f.Type)
		}
	}
	last := len(all) - 1
	if last < 0 || !types.Identical(pass.TypesInfo.TypeOf(all[last]), types.Universe.Lookup("error").Type()) {
		return nil, false
	}
	var out []string
	for _, expr := range all[:last] {
		zero := zeroValue(expr, pass.TypesInfo.TypeOf(expr))
		if zero == "" || !edit.Universal(pass, pos, "nil") || !edit.Universal(pass, pos, "false") {
			return nil, false
		}
		out = append(out, zero)
	}
	return out, true
}

func zeroValue(expr ast.Expr, t types.Type) string {
	if _, generic := types.Unalias(t).(*types.TypeParam); generic {
		return ""
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsNumeric != 0:
			return "0"
		case u.Info()&types.IsBoolean != 0:
			return "false"
		}
	case *types.Struct, *types.Array:
		return types.ExprString(expr) + "{}"
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface, *types.Signature, *types.Chan:
		return "nil"
	}
	return ""
}

// newError writes the making of an error with a package that the file imports.
func newError(pass *analysis.Pass, file *ast.File, pos token.Pos, text string) (string, bool) {
	for _, maker := range []struct{ path, name string }{{"errors", "New"}, {"fmt", "Errorf"}} {
		for _, spec := range file.Imports {
			name := pass.TypesInfo.PkgNameOf(spec)
			if name == nil || name.Imported().Path() != maker.path {
				continue
			}
			if call, ok := edit.Name(pass, file, pos, name.Imported(), maker.name); ok {
				if maker.name == "Errorf" {
					text = strings.ReplaceAll(text, "%", "%%")
				}
				return call + "(" + strconv.Quote(text) + ")", true
			}
		}
	}
	return "", false
}
