package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// reachesLibrary reports whether a modelled library is in the import closure,
// or a package that the project has described, which may be the one at hand.
func reachesLibrary(pass *analysis.Pass, models *own.Models) bool {
	if models.Has(pass.Pkg.Path()) {
		return true
	}
	for _, imp := range pass.Pkg.Imports() {
		if jwt.Has(imp.Path()) || models.Has(imp.Path()) {
			return true
		}
		fact := new(PackageFact)
		if pass.ImportPackageFact(imp, fact) && fact.Reaches {
			return true
		}
	}
	return false
}

// mentionsModel reports whether the package uses an object that a model or a
// fact says something about. Without one it can neither verify nor sign.
func mentionsModel(pass *analysis.Pass, models *own.Models) bool {
	fact := new(FuncFact)
	for _, obj := range pass.TypesInfo.Uses {
		fn, _ := obj.(*types.Func)
		if models.Func(fn) != nil {
			return true
		}
		if obj.Pkg() == nil || obj.Pkg() == pass.Pkg {
			continue
		}
		if jwt.Has(obj.Pkg().Path()) {
			return true
		}
		if fn != nil && pass.ImportObjectFact(fn.Origin(), fact) {
			return true
		}
	}
	return false
}

// mayHoldSecrets is a look at the syntax alone: whether an importer could get
// a key, or something to build one from, out of this package. Such are an exported
// variable with a value, an exported function or method that returns text, and
// an exported field that is given a text of the source.
func mayHoldSecrets(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		if isTestFile(pass, file.Pos()) {
			continue
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.GenDecl:
				if decl.Tok == token.VAR && declaresText(pass, decl) {
					return true
				}
			case *ast.FuncDecl:
				if decl.Name.IsExported() && returnsText(decl) || fillsField(pass, decl) {
					return true
				}
			}
		}
	}
	return false
}

func declaresText(pass *analysis.Pass, decl *ast.GenDecl) bool {
	for _, spec := range decl.Specs {
		for _, name := range spec.(*ast.ValueSpec).Names {
			obj := pass.TypesInfo.Defs[name]
			if name.IsExported() && obj != nil && !ssax.IsError(obj.Type()) {
				return true
			}
		}
	}
	return false
}

func returnsText(decl *ast.FuncDecl) bool {
	if decl.Type.Results == nil {
		return false
	}
	for _, field := range decl.Type.Results.List {
		switch t := types.ExprString(field.Type); t {
		case "string", "[]byte", "any", "interface{}", "[]uint8":
			return true
		}
	}
	return false
}

func isTestFile(pass *analysis.Pass, pos token.Pos) bool {
	return strings.HasSuffix(pass.Fset.Position(pos).Filename, "_test.go")
}

// fillsField reports whether a function stores a text of the source, or what a
// call makes of one, in an exported field.
func fillsField(pass *analysis.Pass, decl *ast.FuncDecl) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			name, ok := n.Key.(*ast.Ident)
			found = found || ok && isOwnText(pass, name) && hasText(pass, n.Value)
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if field, ok := left.(*ast.SelectorExpr); ok && isOwnText(pass, field.Sel) {
					found = found || hasText(pass, n.Rhs[min(i, len(n.Rhs)-1)])
				}
			}
		}
		return !found
	})
	return found
}

// isOwnText reports whether a name is that of an exported field of the package
// that holds text.
func isOwnText(pass *analysis.Pass, name *ast.Ident) bool {
	f, ok := pass.TypesInfo.Uses[name].(*types.Var)
	return ok && f.IsField() && f.Exported() && f.Pkg() == pass.Pkg && travels(f.Type())
}

// hasText reports whether an expression is a constant text, a conversion of one
// or a call that is given one.
func hasText(pass *analysis.Pass, x ast.Expr) bool {
	if v := pass.TypesInfo.Types[x].Value; v != nil {
		return v.Kind() == constant.String && constant.StringVal(v) != ""
	}
	call, ok := x.(*ast.CallExpr)
	return ok && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return hasText(pass, arg) })
}
