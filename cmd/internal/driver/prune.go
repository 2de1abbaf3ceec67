package driver

import (
	"go/ast"
	"go/token"
	"slices"
)

// demand is what importers need of a package, by name. A nil demand is for
// whatever they can name.
type demand map[string]bool

// everything stands in a demand for all names.
const everything = "."

// names reports whether a demand is for a package's part of that name.
func (d demand) names(name string) bool {
	return d[name] || (d == nil || d[everything]) && ast.IsExported(name)
}

// prune leaves of a package, whose files parseTypes has read, what the parts that
// are in demand depend on, and the methods of their types: no values of variables
// whose type is written down, and nothing that only those use. Most packages far
// below a program are needed for a few types.
func prune(files []*ast.File, d demand) {
	p := &pruner{byName: make(map[string][]ast.Node), keep: make(map[ast.Node]bool), used: make(map[string]bool)}
	for _, f := range files {
		for _, decl := range f.Decls {
			for _, part := range parts(decl) {
				untie(part)
				p.add(part, d)
			}
		}
	}
	for len(p.work) > 0 {
		part := p.work[len(p.work)-1]
		p.work = p.work[:len(p.work)-1]
		p.mention(part)
	}
	for _, f := range files {
		f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
			if gen, ok := decl.(*ast.GenDecl); ok && divided(gen) {
				gen.Specs = slices.DeleteFunc(gen.Specs, func(spec ast.Spec) bool { return !p.keep[spec] })
				return len(gen.Specs) == 0
			}
			return !p.keep[decl]
		})
	}
}

// pruner finds out which parts of a package are needed.
type pruner struct {
	byName map[string][]ast.Node
	keep   map[ast.Node]bool
	used   map[string]bool
	work   []ast.Node // kept parts that have not been looked into
}

// add takes a part into view.
func (p *pruner) add(part ast.Node, d demand) {
	ids := names(part)
	if ids == nil {
		p.need(part)
	}
	for _, id := range ids {
		if d.names(id.Name) || p.used[id.Name] {
			p.use(id.Name)
			p.need(part)
		}
		p.byName[id.Name] = append(p.byName[id.Name], part)
	}
}

func (p *pruner) need(part ast.Node) {
	if !p.keep[part] {
		p.keep[part] = true
		p.work = append(p.work, part)
	}
}

// use needs all parts of a name: a type and its methods.
func (p *pruner) use(name string) {
	if name == "_" || p.used[name] {
		return
	}
	p.used[name] = true
	for _, part := range p.byName[name] {
		p.need(part)
	}
}

// mention uses the names in a part of a package that may be those of others: not what
// is behind a dot, nor the names of fields and parameters.
func (p *pruner) mention(part ast.Node) {
	ast.Inspect(part, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.BlockStmt:
			return false
		case *ast.SelectorExpr:
			p.mention(x.X)
			return false
		case *ast.Field:
			p.mention(x.Type)
			return false
		case *ast.Ident:
			p.use(x.Name)
		}
		return true
	})
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
// method that of its type; nil if it is always. A group of constants stays
// together: their values depend on their places in it.
func names(part ast.Node) []*ast.Ident {
	switch x := part.(type) {
	case *ast.GenDecl:
		if x.Tok != token.CONST {
			return nil
		}
		var all []*ast.Ident
		for _, spec := range x.Specs {
			all = append(all, spec.(*ast.ValueSpec).Names...)
		}
		return all
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
