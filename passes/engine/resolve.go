package engine

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/suggest"
)

// newResolver returns the analyzer that compares a package with what the models
// say of it. Engines require it, so that a name that resolves to nothing stops
// the run where the package is analysed, once, in every driver.
func newResolver(o *Own) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: "jwtmodels",
		Doc:  "look up what a project's own models name",
		Run: func(pass *analysis.Pass) (any, error) {
			return nil, o.Check(pass.Pkg).orNil()
		},
	}
}

// Check compares a package, which has been checked from source, with what the
// models say of it: a function or type that it lacks, or a position that a
// signature has not.
func (o *Own) Check(pkg *types.Package) Faults {
	if o == nil {
		return nil
	}
	var out Faults
	for _, r := range o.rows {
		if r.pkg != pkg.Path() {
			continue
		}
		at, text := r.at, ""
		if r.fn == nil {
			_, text = typeNamed(pkg, r.typ)
		} else {
			at, text = r.resolve(pkg)
		}
		if text != "" {
			out = append(out, o.fault(at, text))
		}
	}
	return out
}

// Misspelt lists the models of packages that are not among the known import
// paths, but would be if one element were spelt otherwise.
func (o *Own) Misspelt(known []string) map[string]Fault {
	out := make(map[string]Fault)
	if o == nil {
		return out
	}
	for i, path := range o.order {
		if _, twice := out[path]; twice || slices.Contains(known, path) {
			continue
		}
		if j := slices.IndexFunc(known, func(k string) bool { return nearPath(path, k) }); j >= 0 {
			out[path] = o.fault(fmt.Sprintf("models[%d].package", i), fmt.Sprintf("there is no package %s, did you mean %s?", path, known[j]))
		}
	}
	return out
}

// nearPath reports whether all elements of two paths but one are the same, and
// that one is nearly.
func nearPath(a, b string) bool {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	if len(x) != len(y) {
		return false
	}
	other := -1
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if other >= 0 {
			return false
		}
		other = i
	}
	return other >= 0 && suggest.Nearest(x[other], y[other:other+1]) != ""
}

// resolve looks for the function of a row. It returns what is wrong, "" for
// nothing, and where.
func (r *row) resolve(pkg *types.Package) (at, text string) {
	fn, text := r.lookUp(pkg)
	if text != "" {
		return r.at, text
	}
	for name, v := range r.fn.given() {
		if p, ok := v.(Position); ok {
			if text := outOfRange(fn, r.fn.title(), name, p); text != "" {
				return r.at + "." + name, text
			}
		}
	}
	if word := r.fn.Does; (word == "checks-claim" || word == "gets-claim" || word == "validates-claims") && r.fn.Recv == "" && r.fn.Claims == "" {
		return r.at, fmt.Sprintf("%s: %s needs claims where there is no receiver", r.fn.title(), word)
	}
	return r.at, ""
}

func (r *row) lookUp(pkg *types.Package) (*types.Func, string) {
	name := r.fn.Name
	if r.fn.Recv != "" {
		return r.method(pkg)
	}
	if fn, ok := pkg.Scope().Lookup(name).(*types.Func); ok {
		return fn, ""
	}
	if recv := receiverWith(pkg, name); recv != "" {
		return nil, fmt.Sprintf("package %s has no function %s; for the method of %s, add recv: %s", pkg.Path(), name, recv, recv)
	}
	return nil, fmt.Sprintf("package %s has no function %s%s", pkg.Path(), name, meant(name, functions(pkg)))
}

func (r *row) method(pkg *types.Package) (*types.Func, string) {
	recv, text := typeNamed(pkg, r.fn.Recv)
	if text != "" {
		return nil, text
	}
	named, ok := types.Unalias(recv.Type()).(*types.Named)
	if !ok || named.Obj() != recv {
		return nil, fmt.Sprintf("%s is another name of %s: describe that", r.fn.Recv, types.TypeString(types.Unalias(recv.Type()), nil))
	}
	obj, _, _ := types.LookupFieldOrMethod(named, true, pkg, r.fn.Name)
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, fmt.Sprintf("type %s of package %s has no method %s%s", r.fn.Recv, pkg.Path(), r.fn.Name, meant(r.fn.Name, methods(named)))
	}
	if declared := receiverOf(fn); declared != nil && declared.Obj() != recv {
		return nil, fmt.Sprintf("%s.%s is declared by %s: describe it there", r.fn.Recv, r.fn.Name, types.TypeString(declared, nil))
	}
	return fn, ""
}

// typeNamed looks a type up; the text says what is wrong.
func typeNamed(pkg *types.Package, name string) (*types.TypeName, string) {
	if obj, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok {
		return obj, ""
	}
	var names []string
	for _, n := range pkg.Scope().Names() {
		if _, ok := pkg.Scope().Lookup(n).(*types.TypeName); ok {
			names = append(names, n)
		}
	}
	return nil, fmt.Sprintf("package %s has no type %s%s", pkg.Path(), name, meant(name, names))
}

func functions(pkg *types.Package) []string {
	return slices.DeleteFunc(pkg.Scope().Names(), func(n string) bool {
		_, ok := pkg.Scope().Lookup(n).(*types.Func)
		return !ok
	})
}

func methods(named *types.Named) []string {
	var out []string
	set := types.NewMethodSet(types.NewPointer(named))
	if types.IsInterface(named) {
		set = types.NewMethodSet(named)
	}
	for m := range set.Methods() {
		out = append(out, m.Obj().Name())
	}
	return out
}

// receiverWith names the first type of the package that declares a method.
func receiverWith(pkg *types.Package, method string) string {
	for _, name := range pkg.Scope().Names() {
		tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		if named, ok := tn.Type().(*types.Named); ok && slices.Contains(methods(named), method) {
			return name
		}
	}
	return ""
}

// receiverOf is the type that declares a method, nil for a function.
func receiverOf(fn *types.Func) *types.Named {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, _ := t.(*types.Named)
	return named
}

// outOfRange says that a signature does not have a position.
func outOfRange(fn *types.Func, title, field string, p Position) string {
	sig, pos := fn.Signature(), p.at()
	shape := title + strings.TrimPrefix(types.TypeString(sig, types.RelativeTo(fn.Pkg())), "func")
	if i, ok := pos.IsArg(); ok && i >= sig.Params().Len() {
		return fmt.Sprintf("%s: there is no parameter %d in %s", field, i, shape)
	}
	if i, ok := pos.IsResult(); ok && i >= sig.Results().Len() {
		return fmt.Sprintf("%s: there is no result %d in %s", field, i, shape)
	}
	if p == "receiver" && sig.Recv() == nil {
		return fmt.Sprintf("%s: there is no receiver in %s", field, shape)
	}
	return ""
}
