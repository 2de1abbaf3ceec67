package driver

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// prune leaves of a package, whose files parseTypes has read, what the types that
// importers can name depend on: no values of variables whose type is written down,
// no functions and variables that only those use. Most packages far below a program are needed for a
// few types.
func prune(files []*ast.File) {
	used := make(map[string]bool)
	var hidden []ast.Node // that importers cannot name
	for _, f := range files {
		for _, decl := range f.Decls {
			for _, part := range parts(decl) {
				untie(part)
				if unexported(part) {
					hidden = append(hidden, part)
				} else {
					mention(part, used)
				}
			}
		}
	}
	for before := -1; before != len(hidden); {
		before = len(hidden)
		hidden = slices.DeleteFunc(hidden, func(part ast.Node) bool {
			needed := slices.ContainsFunc(names(part), func(id *ast.Ident) bool { return used[id.Name] })
			if needed {
				mention(part, used)
			}
			return needed
		})
	}
	drop := make(map[ast.Node]bool, len(hidden))
	for _, part := range hidden {
		drop[part] = true
	}
	for _, f := range files {
		f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
			if gen, ok := decl.(*ast.GenDecl); ok && divided(gen) {
				gen.Specs = slices.DeleteFunc(gen.Specs, func(spec ast.Spec) bool { return drop[spec] })
				return len(gen.Specs) == 0
			}
			return drop[decl]
		})
	}
}

// parts are the specifications of a declaration of variables or types, or the
// declaration as a whole.
func parts(decl ast.Decl) []ast.Node {
	gen, ok := decl.(*ast.GenDecl)
	if !ok || !divided(gen) {
		return []ast.Node{decl}
	}
	var out []ast.Node
	for _, spec := range gen.Specs {
		out = append(out, spec)
	}
	return out
}

func divided(gen *ast.GenDecl) bool { return gen.Tok == token.VAR || gen.Tok == token.TYPE }

// names are what has to be used for a part to be needed: its own, or for a
// method that of its type; nil if it is always.
func names(part ast.Node) []*ast.Ident {
	switch x := part.(type) {
	case *ast.FuncDecl:
		if x.Recv == nil {
			return []*ast.Ident{x.Name}
		}
		return receiver(x.Recv)
	case *ast.ValueSpec:
		return x.Names
	case *ast.TypeSpec:
		return []*ast.Ident{x.Name}
	}
	return nil
}

// receiver is the name of a method's type.
func receiver(recv *ast.FieldList) []*ast.Ident {
	if len(recv.List) != 1 {
		return nil
	}
	for t := recv.List[0].Type; ; {
		switch x := t.(type) {
		case *ast.Ident:
			return []*ast.Ident{x}
		case *ast.StarExpr:
			t = x.X
		case *ast.ParenExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		default:
			return nil
		}
	}
}

func unexported(part ast.Node) bool {
	ids := names(part)
	return len(ids) > 0 && !slices.ContainsFunc(ids, (*ast.Ident).IsExported)
}

// mention notes all names in a part of a package.
func mention(part ast.Node, used map[string]bool) {
	ast.Inspect(part, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name != "_" {
			used[id.Name] = true
		}
		return true
	})
}

// trim leaves of the imports of a file, which has been pruned, those that it still
// needs. It returns their paths; name is what the package of an import is called.
func trim(f *ast.File, name func(path string) string) (imports []string) {
	used := make(map[string]bool)
	for _, decl := range f.Decls {
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

// untie drops the values of variables whose type is written down.
func untie(part ast.Node) {
	if v, ok := part.(*ast.ValueSpec); ok && v.Type != nil {
		v.Values = nil
	}
}

// gather notes the names before a dot, which may be those of packages.
func gather(decl ast.Decl, used map[string]bool) {
	ast.Inspect(decl, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.BlockStmt:
			return false // Of a literal that is left: its type is told before.
		case *ast.SelectorExpr:
			if id, ok := x.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
}
