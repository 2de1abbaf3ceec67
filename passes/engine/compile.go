package engine

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/module"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// Compile returns models ready to be asked, see [Own.Describe].
func Compile(models []Model, locate func(row string) string) (*Own, error) {
	o := new(Own)
	return o, o.Describe(models, locate)
}

// Describe sets the models of a project that has none yet. The error is of type [Faults]:
// everything that is wrong with the words themselves. Whether the packages have
// what the models name is found out when they are analysed, see [Own.Check].
//
// locate tells where the file has what stands at an index path such as
// "models[0].funcs[2].does"; it may be nil.
func (o *Own) Describe(models []Model, locate func(row string) string) error {
	o.locate = locate
	c := &compiler{own: o, seen: make(map[string]string), out: o.Models()}
	c.out.Funcs, c.out.Frameworks = make(map[string][]model.Func), make(map[string]*web.Framework)
	c.out.Public, c.out.Claims, c.out.Packages = make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for i, m := range models {
		o.order = append(o.order, m.Package)
		c.model(fmt.Sprintf("models[%d]", i), m)
	}
	c.inferTypes()
	return c.faults.orNil()
}

// compiler turns models into rows, and gathers what is wrong with them.
type compiler struct {
	own    *Own
	out    *own.Models
	seen   map[string]string // where a function has its row, by engine and name
	faults Faults
}

func (c *compiler) fault(at, format string, args ...any) {
	c.faults = append(c.faults, c.own.fault(at, fmt.Sprintf(format, args...)))
}

// fault is a fault with its place in the file.
func (o *Own) fault(at, text string) Fault {
	f := Fault{Row: at, Text: text}
	if o.locate != nil {
		f.Where = o.locate(at)
	}
	return f
}

// row is something that a model names, for the check that it is there.
type row struct {
	at  string // its index path
	pkg string
	fn  *Func // nil for a type
	typ string
}

func (c *compiler) model(at string, m Model) {
	if m.Package == "" {
		c.fault(at, "the model names no package; give its import path")
		return
	}
	if err := module.CheckImportPath(m.Package); err != nil {
		c.fault(at+".package", "%q is no import path: a model is about one package", m.Package)
		return
	}
	c.out.Packages[m.Package] = true
	for i := range m.Funcs {
		c.function(fmt.Sprintf("%s.funcs[%d]", at, i), m.Package, &m.Funcs[i])
	}
	for i, t := range m.Types {
		c.typ(fmt.Sprintf("%s.types[%d]", at, i), m.Package, t)
	}
	for i, name := range m.Public {
		c.out.Public[m.Package+"."+name] = true
		c.own.rows = append(c.own.rows, row{at: fmt.Sprintf("%s.public[%d]", at, i), pkg: m.Package, typ: name})
	}
}

func (c *compiler) typ(at, pkg string, t Type) {
	var words []string
	for _, known := range typeRoles {
		words = append(words, known.Word)
		if known.Word != t.Is || t.Name == "" {
			continue
		}
		c.own.rows = append(c.own.rows, row{at: at, pkg: pkg, typ: t.Name})
		if known.web == 0 {
			c.out.Claims[pkg+"."+t.Name] = true
			return
		}
		f := c.framework(pkg)
		f.Types = append(f.Types, web.Type{Name: t.Name, Is: known.web})
		return
	}
	if t.Name == "" {
		c.fault(at, "the type has no name")
		return
	}
	c.fault(at+".is", "%s: a type is no %q%s; the words are %s", t.Name, t.Is, meant(t.Is, words), strings.Join(words, ", "))
}

// framework is the package as a framework of its own.
func (c *compiler) framework(pkg string) *web.Framework {
	f := c.out.Frameworks[pkg]
	if f == nil {
		f = &web.Framework{Name: pkg, Pkgs: []string{pkg}}
		c.out.Frameworks[pkg] = f
	}
	return f
}

func (c *compiler) function(at, pkg string, f *Func) {
	if f.Name == "" {
		c.fault(at, "the function has no name")
		return
	}
	r, ok := roleOf(f.Does)
	if !ok {
		c.fault(at+".does", "%s", unknownRole(f))
		return
	}
	if !c.fields(at, f, r) {
		return
	}
	engine := "tokens"
	if r.web != 0 {
		engine = "requests"
	}
	key := engine + " " + pkg + " " + f.title()
	if first, twice := c.seen[key]; twice {
		c.fault(at, "%s has a row about %s already, %s", f.title(), engine, first)
		return
	}
	c.seen[key] = at
	c.own.rows = append(c.own.rows, row{at: at, pkg: pkg, fn: f})
	if r.web != 0 {
		c.framework(pkg).Funcs = append(c.framework(pkg).Funcs, f.webRow(r.web))
		return
	}
	c.out.Funcs[pkg] = append(c.out.Funcs[pkg], f.jwtRow(r.jwt))
}

func unknownRole(f *Func) string {
	if f.Does == "" {
		return f.title() + ": what it does is not said"
	}
	var words []string
	for _, r := range roles {
		words = append(words, string(r.Word))
		if strings.HasSuffix(string(r.Word), "-"+string(f.Does)) {
			return fmt.Sprintf("%s: nothing does %q, did you mean %s?", f.title(), f.Does, r.Word)
		}
	}
	return fmt.Sprintf("%s: nothing does %q%s", f.title(), f.Does, meant(string(f.Does), words))
}

// title is the function's name with its receiver's.
func (f *Func) title() string {
	if f.Recv == "" {
		return f.Name
	}
	return f.Recv + "." + f.Name
}

// fields checks the fields beside the name: that the role takes them, that it
// has those that it needs, and that their words are known.
func (c *compiler) fields(at string, f *Func, r role) bool {
	before := len(c.faults)
	given := make(map[string]bool)
	for name, v := range f.given() {
		given[name] = true
		if !slices.Contains(r.Needs, name) && !slices.Contains(r.Takes, name) {
			c.fault(at+"."+name, "%s: %s takes no %s, only %s", f.title(), r.Word, name, takes(r))
			continue
		}
		if p, ok := v.(Position); ok {
			if _, ok := p.pos(); !ok {
				c.fault(at+"."+name, "%s: %q is no position: an index, receiver, or result and an index", f.title(), p)
			} else if _, isResult := p.at().IsResult(); isResult && f.Does == "verifies" && name == "claims" {
				continue // Either will do.
			} else if wanted := f.Does == "returns-key"; isResult != wanted {
				c.fault(at+"."+name, "%s: the %s of %s is %s", f.title(), name, r.Word, kindOf(wanted))
			}
		}
	}
	for _, name := range r.Needs {
		if !given[name] {
			c.fault(at, "%s: %s needs %s", f.title(), r.Word, name)
		}
	}
	c.words(at, f)
	return len(c.faults) == before
}

func kindOf(result bool) string {
	if result {
		return "a result: result 0"
	}
	return "a parameter or the receiver, no result"
}

func takes(r role) string {
	all := slices.Concat(r.Needs, r.Takes)
	if len(all) == 0 {
		return "a name"
	}
	return strings.Join(all, ", ")
}

// words checks the fields whose values are words.
func (c *compiler) words(at string, f *Func) {
	word(c, at+".claim", f.title(), "claim", f.Claim, claims)
	word(c, at+".empty", f.title(), "empty", f.Empty, empties)
	word(c, at+".family", f.title(), "family", f.Family, families)
	word(c, at+".scope", f.title(), "scope", f.Scope, scopes)
	for i, claim := range f.Checks {
		if claim == "" || claim == "all" {
			claim = strconv.Quote(claim)
		}
		word(c, fmt.Sprintf("%s.checks[%d]", at, i), f.title(), "claim", claim, claims)
	}
}

func word[T any](c *compiler, at, title, field, value string, known map[string]T) {
	if _, ok := known[value]; ok {
		return
	}
	words := slices.DeleteFunc(slices.Sorted(maps.Keys(known)), func(w string) bool { return w == "" })
	c.fault(at, "%s: no %s is called %s%s; the words are %s", title, field, value, meant(value, words), strings.Join(words, ", "))
}

// given yields the fields that a row has beside its name, by what the file
// calls them.
func (f *Func) given() func(yield func(string, any) bool) {
	return func(yield func(string, any) bool) {
		v := reflect.ValueOf(f).Elem()
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			switch name {
			case "recv", "name", "does":
				continue
			}
			if !v.Field(i).IsZero() && !yield(name, v.Field(i).Interface()) {
				return
			}
		}
	}
}

// pos is the position as the models have it.
func (p Position) pos() (model.Pos, bool) {
	s := string(p)
	switch s {
	case "":
		return model.None, true
	case "receiver":
		return model.Recv, true
	}
	rest, isResult := strings.CutPrefix(s, "result ")
	i, err := strconv.Atoi(rest)
	if err != nil || i < 0 || i > maxIndex {
		return model.None, false
	}
	if isResult {
		return model.Result(i), true
	}
	return model.Arg(i), true
}

// maxIndex is more than signatures have parameters or results, and less than
// what model.Result counts from.
const maxIndex = 90

// at is the position of a row that has been checked.
func (p Position) at() model.Pos {
	pos, _ := p.pos()
	return pos
}
