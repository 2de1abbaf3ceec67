package access

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// What a project says about itself is stronger than what its code shows: a
// function that it names may well have a body in view.

// told is the fact of a function that the project has named, nil for others.
func (e *engine) told(fn *types.Func) *FuncFact {
	switch {
	case e.named(fn, e.opts.Identities):
		f := &FuncFact{Does: Chain{Knows: true, Sure: true}, Results: make([][]Origin, fn.Signature().Results().Len())}
		for i := range f.Results {
			if t := fn.Signature().Results().At(i).Type(); !ssax.IsError(t) && !isBool(t) {
				f.Results[i] = []Origin{{Source: Identity}}
			}
		}
		return f
	case e.authorizer(fn):
		// As middleware it guards all that follows; at a call, allowed looks at what it is given.
		return &FuncFact{Does: Chain{Gates: []Gate{{By: Origin{Source: Role}}}}}
	}
	return nil
}

// authorizer reports whether the project says that a function decides what the caller may do.
func (e *engine) authorizer(fn *types.Func) bool {
	return e.models.Authorizes(fn) || e.named(fn, e.opts.Authorizers)
}

// named reports whether a function is one of those that the project names.
func (e *engine) named(fn *types.Func, names []string) bool {
	return len(names) > 0 && (slices.Contains(names, fn.Name()) || slices.Contains(names, calleeName(fn)))
}

// allowed is what the answer of an authorizer of the project's tells: of what
// it is given, that the caller may have it; if it is given nothing but the
// caller and fixed words, that the caller may do this at all.
func (u *unit) allowed(call *ssa.Call) []test {
	_, args := ssax.Args(call.Common())
	who := set{}.with(identity).with(role)
	var about set
	general := true
	for _, a := range args {
		if slice, ok := a.(*ssa.Slice); ok {
			for _, elem := range ssax.Elements(slice) {
				general = general && fixed(elem)
			}
		} else if s := u.deep(a); !u.e.carriesIdentity(a.Type()) && !fixed(a) && (s.empty() || !s.minus(who).empty()) {
			general = false
		}
		about = about.or(u.deep(a).minus(who))
	}
	if general {
		return []test{{role: true}}
	}
	return []test{{a: about, b: set{}.with(identity)}}
}

// fixed reports whether a value is a constant.
func fixed(v ssa.Value) bool {
	_, ok := unwrapped(v).(*ssa.Const)
	return ok
}

// ownRole reports whether a text is a role that the project calls privileged.
func (e *engine) ownRole(text string) bool {
	return slices.ContainsFunc(e.opts.Roles, func(r string) bool { return strings.EqualFold(r, text) })
}

// privileged reports whether a constant names a role that not every caller
// has, by the usual names or those of the project.
func (e *engine) privileged(c *ssa.Const) bool {
	text, ok := constText(c)
	return ok && e.ownRole(text) || privileged(c)
}

// namesRole reports whether a constant is called as a privileged role, or is
// one of the project's.
func (e *engine) namesRole(c *ssa.Const) bool {
	text, _ := constText(c)
	return e.ownRole(text) || privileged(c) && roleName(text)
}

// belongsToNobody reports whether the project calls records of a type public, by its
// name alone or with its package's.
func (e *engine) belongsToNobody(record string) bool {
	if record == "" {
		return false
	}
	if e.models.HoldsNobodys(record) {
		return true
	}
	plain := record[strings.LastIndexAny(record, ". ")+1:]
	short := record[strings.LastIndexByte(record, '/')+1:]
	return slices.ContainsFunc([]string{record, plain, short}, func(name string) bool { return slices.Contains(e.opts.Public, name) })
}
