package driver

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
)

// trim leaves of the imports of a file, which has been pruned, those that it still
// needs. It returns what it needs of each, by path; name is what the package of an
// import is called.
func trim(f *ast.File, name func(path string) string) map[string]demand {
	used, needs := make(map[string]demand), make(map[string]demand)
	for _, decl := range f.Decls {
		gather(decl, used)
	}
	kept := func(spec *ast.ImportSpec) bool {
		path, called := importOf(spec, name)
		switch {
		case called == ".":
			needs[path] = demand{everything: true}
		case path == "C" || used[called] != nil:
			needs[path] = joined(needs[path], used[called])
		default:
			return false
		}
		return true
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
	return needs
}

// joined adds one demand to another, which may be nil.
func joined(d, more demand) demand {
	if d == nil {
		d = make(demand, len(more))
	}
	maps.Copy(d, more)
	return d
}

// untie drops the values of variables whose type is written down.
func untie(part ast.Node) {
	if v, ok := part.(*ast.ValueSpec); ok && v.Type != nil {
		v.Values = nil
	}
}

// gather notes the names behind those before a dot, which may be those of packages.
func gather(decl ast.Decl, used map[string]demand) {
	ast.Inspect(decl, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.BlockStmt:
			return false // Of a literal that is left: its type is told before.
		case *ast.SelectorExpr:
			if id, ok := x.X.(*ast.Ident); ok {
				if used[id.Name] == nil {
					used[id.Name] = make(demand)
				}
				used[id.Name][x.Sel.Name] = true
			}
		}
		return true
	})
}
