package driver

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// narrow finds out what is needed of the packages below those that may be
// analysed: what these name, and what that depends on. A program needs a few
// types of most of the packages in its closure, and nothing of many.
//
// It goes down from importers to imports, each package after all that import
// it. The files of those that may be analysed are not parsed for it: a look at the
// names behind dots tells no less than what they need.
func (l *loader) narrow(roots []*unit) {
	n := &narrower{loader: l, mains: make(map[string]bool), demands: make(map[*unit]demand), importers: make(map[*unit]int)}
	for _, u := range l.order {
		if u.Module != nil && u.Module.Main {
			n.mains[u.Module.Path] = true
		}
	}
	view := make(map[string]bool)
	for _, u := range roots {
		n.see(u, view)
	}
	for _, u := range l.order {
		if view[u.ImportPath] && n.thin(u) {
			n.thins = append(n.thins, u)
			n.each(u, func(dep *unit) { n.importers[dep]++ })
		}
	}
	for _, u := range l.order {
		if view[u.ImportPath] && !n.thin(u) {
			n.work.Go(func() { l.busy(func() { n.scan(u) }) })
		}
	}
	n.work.Wait()
	// Once the first one is settled, the counts belong to whoever settles the next.
	for _, u := range slices.DeleteFunc(n.thins, func(u *unit) bool { return n.importers[u] > 0 }) {
		n.start(u)
	}
	n.work.Wait()
}

// narrower is the state of one narrow.
type narrower struct {
	*loader
	mains map[string]bool // paths of main modules
	thins []*unit
	work  sync.WaitGroup

	mu        sync.Mutex
	demands   map[*unit]demand
	importers map[*unit]int // that are thin and have not been settled
}

// see notes a package and all it imports.
func (n *narrower) see(u *unit, view map[string]bool) {
	if view[u.ImportPath] {
		return
	}
	view[u.ImportPath] = true
	for _, imp := range u.Imports {
		if dep := n.units[imp]; dep != nil {
			n.see(dep, view)
		}
	}
}

// thin reports whether a package is needed for what its importers name, and
// nothing else: it is never analysed, nor looked through as those are whose
// path lies within a main module.
func (n *narrower) thin(u *unit) bool {
	if u.counts() || u.ImportPath == "unsafe" {
		return false
	}
	if u.Module == nil {
		return u.Standard
	}
	for main := range n.mains {
		if u.ImportPath == main || strings.HasPrefix(u.ImportPath, main+"/") {
			return false
		}
	}
	return !u.Module.Main
}

// each goes through the thin imports of a package.
func (n *narrower) each(u *unit, do func(dep *unit)) {
	for _, imp := range u.Imports {
		if dep := n.units[imp]; dep != nil && dep != u && n.thin(dep) {
			do(dep)
		}
	}
}

// demand adds to what is needed of a package.
func (n *narrower) demand(u *unit, needs map[string]demand) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for path, d := range needs {
		if dep := n.units[u.resolve(path)]; dep != nil {
			n.demands[dep] = joined(n.demands[dep], d)
		}
	}
}

// start settles a thin package whose importers are settled.
func (n *narrower) start(u *unit) {
	n.work.Go(func() {
		n.busy(func() { n.settle(u) })
		n.mu.Lock()
		defer n.mu.Unlock()
		n.each(u, func(dep *unit) {
			if n.importers[dep]--; n.importers[dep] == 0 {
				n.start(dep)
			}
		})
	})
}

// settle reads a thin package as far as it is needed. Of one that is only named
// in imports, an empty package is enough.
func (n *narrower) settle(u *unit) {
	start := time.Now()
	n.mu.Lock()
	d := n.demands[u]
	n.mu.Unlock()
	if d == nil {
		u.types = types.NewPackage(trimVariant(u.ImportPath), u.Name)
		u.types.MarkComplete()
		return
	}
	files, _ := n.parse(u)
	needs := n.trim(u, files, d)
	u.narrowed = &narrowed{files, slices.Sorted(maps.Keys(needs))}
	n.demand(u, needs)
	u.took = time.Since(start)
}

// scan adds what a package that may be analysed needs.
func (n *narrower) scan(u *unit) {
	for _, names := range [][]string{u.GoFiles, u.CgoFiles} {
		for _, name := range names {
			err := n.read(u.file(name), func(text []byte) error {
				n.demand(u, needsOf(text, n.nameOf(u)))
				return nil
			})
			if err != nil {
				continue // Who loads the package will say so.
			}
		}
	}
}

// needsOf is what a file needs of its imports, by path.
func needsOf(text []byte, name func(path string) string) map[string]demand {
	f, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly|parser.SkipObjectResolution)
	needs := make(map[string]demand)
	if !f.Name.Pos().IsValid() {
		return needs // No package clause: who loads the package will say so.
	}
	byName := make(map[string]demand)
	for _, spec := range f.Imports {
		path, called := importOf(spec, name)
		switch {
		case called == "_":
		case called == "." || called == "" || err != nil:
			needs[path] = demand{everything: true}
		default:
			needs[path] = joined(needs[path], nil)
			byName[called] = needs[path]
		}
	}
	selected(text[f.Name.End()-f.FileStart:], byName)
	return needs
}

// importOf is the path of an import, and the name by which its file calls it.
func importOf(spec *ast.ImportSpec, name func(path string) string) (path, called string) {
	path, err := strconv.Unquote(spec.Path.Value)
	switch {
	case err != nil:
		return "", "_"
	case spec.Name != nil:
		return path, spec.Name.Name
	}
	return path, name(path)
}
