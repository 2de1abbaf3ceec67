package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
)

// Modelled reports whether the package belongs to a modelled library.
func Modelled(pkg *types.Package) bool { return pkg != nil && jwt.Has(pkg.Path()) }

// Calls reports whether the package names the function or method anywhere, to
// call it or to hand it on.
func (r *Result) Calls(fn *types.Func) bool {
	if r.engine == nil {
		return false
	}
	for _, obj := range r.engine.pass.TypesInfo.Uses {
		if obj == fn {
			return true
		}
	}
	return false
}

// OwnMethod returns the method of that name of a type, if the program and not
// the library declares it; else nil.
func (r *Result) OwnMethod(t types.Type, name string) *types.Func {
	if name == "" {
		return nil
	}
	sel := types.NewMethodSet(t).Lookup(r.engine.pass.Pkg, name)
	if sel == nil {
		return nil
	}
	fn, ok := sel.Obj().(*types.Func)
	if !ok || Modelled(fn.Pkg()) {
		return nil
	}
	return fn
}

// Decl returns the declaration of a function of this package, or nil.
func (r *Result) Decl(fn *types.Func) *ast.FuncDecl {
	for _, file := range r.engine.pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil && r.engine.pass.TypesInfo.Defs[decl.Name] == fn {
				return decl
			}
		}
	}
	return nil
}

// Reads reports whether the package reads the field, rather than only
// setting it.
func (r *Result) Reads(f *types.Var) bool {
	for _, addr := range r.engine.fieldAddrs[f] {
		for _, ref := range *addr.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL {
				return true
			}
		}
	}
	return false
}

// Issues reports whether the package builds tokens from claims of the type.
func (r *Result) Issues(t types.Type) bool {
	for _, issue := range r.Issued {
		if mi, ok := issue.Claims.(*ssa.MakeInterface); ok && types.Identical(deref(mi.X.Type()), deref(t)) {
			return true
		}
	}
	return false
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// NilMap reports whether the claims operand is certainly a nil map: the
// library decodes into a copy and then finds no claim to check.
func (s *Site) NilMap() bool {
	mi, ok := s.claims.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	c, ok := mi.X.(*ssa.Const)
	if !ok || !c.IsNil() {
		return false
	}
	_, isMap := c.Type().Underlying().(*types.Map)
	return isMap
}

// EmbeddedClaims tells which of a library's claims types a field embeds; 0 for
// other fields.
func EmbeddedClaims(f *types.Var) model.TypeRole {
	if !f.Embedded() {
		return 0
	}
	if row, _ := jwt.TypeOf(f.Type()); row != nil {
		return row.Is
	}
	return 0
}

// JSONName is the name under which encoding/json reads a field with that tag.
func JSONName(f *types.Var, tag string) string { return jsonName(f, tag) }
