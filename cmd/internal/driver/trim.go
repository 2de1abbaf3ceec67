package driver

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// trim leaves of a file what the types in it depend on: no bodies, no values of
// variables whose type is written down, no imports that only those use. Most
// packages far below a program are needed for a few types, and most imports for
// what functions do. It returns the paths that the file still imports; name is
// what the package of an import is called.
func trim(f *ast.File, name func(path string) string) (imports []string) {
	f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
		fn, ok := decl.(*ast.FuncDecl)
		return ok && fn.Recv == nil && (fn.Name.Name == "init" || fn.Name.Name == "_")
	})
	used := make(map[string]bool)
	for _, decl := range f.Decls {
		trimDecl(decl)
		gather(decl, used)
	}
	kept := func(spec *ast.ImportSpec) bool {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return false
		}
		called := name(path)
		if spec.Name != nil {
			called = spec.Name.Name
		}
		return called == "." || path == "C" || used[called]
	}
	f.Imports = slices.DeleteFunc(f.Imports, func(spec *ast.ImportSpec) bool { return !kept(spec) })
	f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.IMPORT {
			return false
		}
		gen.Specs = slices.DeleteFunc(gen.Specs, func(spec ast.Spec) bool { return !kept(spec.(*ast.ImportSpec)) })
		return len(gen.Specs) == 0
	})
	for _, spec := range f.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil {
			imports = append(imports, path)
		}
	}
	return imports
}

// trimDecl drops what a declaration's types do not depend on.
func trimDecl(decl ast.Decl) {
	switch x := decl.(type) {
	case *ast.FuncDecl:
		x.Body = nil
	case *ast.GenDecl:
		if x.Tok != token.VAR {
			return
		}
		for _, spec := range x.Specs {
			v := spec.(*ast.ValueSpec)
			if v.Type != nil {
				v.Values = nil
			}
			for _, value := range v.Values {
				trimValue(value)
			}
		}
	}
}

// trimValue empties a literal whose type does not depend on what is in it.
func trimValue(value ast.Expr) {
	if u, ok := value.(*ast.UnaryExpr); ok {
		value = u.X
	}
	lit, ok := value.(*ast.CompositeLit)
	if !ok {
		return
	}
	if array, ok := lit.Type.(*ast.ArrayType); ok {
		if _, counted := array.Len.(*ast.Ellipsis); counted {
			return
		}
	}
	lit.Elts = nil
}

// gather notes the names before a dot, which may be those of packages.
func gather(decl ast.Decl, used map[string]bool) {
	ast.Inspect(decl, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.BlockStmt:
			return false // Of a literal: its type is told before.
		case *ast.SelectorExpr:
			if id, ok := x.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
}
