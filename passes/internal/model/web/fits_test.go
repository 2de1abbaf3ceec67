package web

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// problems compares a row with the real signature: every position has to be
// there and of a kind that can mean what the row says.
func problems(fn *types.Func, row *Func) []string {
	var out []string
	report := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	positions := positionsOf(row)
	for name, pos := range positions {
		if pos == model.None {
			continue
		}
		i, ok := pos.IsArg()
		if !ok || i >= fn.Signature().Params().Len() {
			report("no position %d for %s in %s", pos, name, fn.Signature())
			continue
		}
		if typ := fn.Signature().Params().At(i).Type(); !fits[name](typ, row) {
			report("%s cannot be a %s", name, typ)
		}
		if !strings.Contains(allowed[row.Does], name) {
			report("%s has no meaning there", name)
		}
	}
	for _, name := range needed[row.Does] {
		if positions[name] == model.None {
			report("the row names no position for %s", name)
		}
	}
	return append(out, flagProblems(fn, row)...)
}

func positionsOf(row *Func) map[string]model.Pos {
	return map[string]model.Pos{
		"Key": row.Key, "Value": row.Value, "Into": row.Into, "Path": row.Path, "Method": row.Method,
		"Handlers": row.Handlers, "Middleware": row.Middleware, "Within": row.Within,
		"Mapping": row.Mapping, "Parts": row.Parts,
		"Cookie": row.Cookie, "MaxAge": row.MaxAge, "Secure": row.Secure, "HTTPOnly": row.HTTPOnly, "SameSite": row.SameSite,
	}
}

// needed lists the positions without which a role says nothing.
var needed = map[Role][]string{
	Binds:     {"Into"},
	Registers: {"Handlers"},
	Mounts:    {"Handlers"},
	Attaches:  {"Middleware"},
	GetsValue: {"Key"},
	SetsValue: {"Key", "Value"},
	Converts:  {"Handlers"},
}

// allowed lists the positions that a role gives a meaning.
var allowed = map[Role]string{
	PathParameter:   "Key",
	QueryParameter:  "Key Into",
	BodyParameter:   "Key Into",
	HeaderParameter: "Key Into",
	CookieParameter: "Key Into",
	Binds:           "Into",
	Registers:       "Path Method Handlers Middleware Mapping",
	Groups:          "Path Method Middleware Within Parts",
	Mounts:          "Path Handlers",
	Attaches:        "Path Middleware",
	GetsValue:       "Key",
	SetsValue:       "Key Value",
	GetsIdentity:    "Into",
	SetsCookie:      "Key Value Cookie MaxAge Secure HTTPOnly SameSite",
	SetsSameSite:    "SameSite",
	Converts:        "Path Handlers Middleware Mapping",
}

// fits tells whether a parameter's type can be what a position says.
var fits = map[string]func(types.Type, *Func) bool{
	"Key": func(t types.Type, row *Func) bool {
		if row.Does == GetsValue || row.Does == SetsValue {
			return isText(t) || isAny(t)
		}
		return isText(t)
	},
	"Value": func(t types.Type, row *Func) bool {
		if row.Does == SetsCookie {
			return isText(t)
		}
		return isAny(elem(t)) || isTypeParam(elem(t))
	},
	"Cookie":   func(t types.Type, _ *Func) bool { _, ok := CookieOf(t); return ok && isPointer(t) },
	"MaxAge":   func(t types.Type, _ *Func) bool { return types.Identical(t, types.Typ[types.Int]) },
	"Secure":   func(t types.Type, _ *Func) bool { return types.Identical(t, types.Typ[types.Bool]) },
	"HTTPOnly": func(t types.Type, _ *Func) bool { return types.Identical(t, types.Typ[types.Bool]) },
	"SameSite": func(t types.Type, _ *Func) bool { return strings.HasSuffix(types.TypeString(t, nil), "SameSite") },
	"Into":     func(t types.Type, _ *Func) bool { return types.IsInterface(t) && !isTypeParam(t) },
	"Path":     func(t types.Type, _ *Func) bool { return isText(t) },
	"Method":   func(t types.Type, _ *Func) bool { return isText(elem(t)) },
	"Handlers": func(t types.Type, row *Func) bool {
		return isHandler(elem(t)) || row.Does == Mounts && isPointer(elem(t))
	},
	"Middleware": func(t types.Type, _ *Func) bool { return isHandler(elem(t)) },
	"Within":     func(t types.Type, _ *Func) bool { return takesRouter(elem(t)) },
	// The text itself, or options that carry it.
	"Mapping": func(t types.Type, _ *Func) bool { return isText(elem(t)) || isHandler(elem(t)) },
	"Parts":   func(t types.Type, _ *Func) bool { return takesRouter(elem(t)) },
}

// flagProblems covers what is no position.
func flagProblems(fn *types.Func, row *Func) []string {
	var out []string
	s := fn.Signature()
	if i, ok := row.Handlers.IsArg(); row.Chain && ok && i < s.Params().Len() {
		_, list := s.Params().At(i).Type().Underlying().(*types.Slice)
		if !list && (row.Middleware == model.None || row.Middleware < row.Handlers) {
			out = append(out, "Handlers is no list")
		}
	}
	if row.Verb != "" && !strings.Contains(strings.ToUpper(row.Name), row.Verb) {
		out = append(out, "its name does not say "+row.Verb)
	}
	if row.Tag != "" && row.Does != Binds || row.Scope != Later && row.Does != Attaches && row.Does != Groups ||
		row.Shared && row.Does != GetsValue || row.PathKey != "" && row.Does != QueryParameter {
		out = append(out, "Tag, Scope, Shared or PathKey has no meaning there")
	}
	registers := row.Does == Registers || row.Does == Attaches || row.Does == Groups
	if row.Controller && row.Does != Registers || row.Part && !registers || row.Panics && row.Does != Aborts {
		out = append(out, "Controller, Part or Panics has no meaning there")
	}
	if row.Mixed && row.Does != QueryParameter {
		out = append(out, "Mixed has no meaning there")
	}
	if row.Held && row.Does != QueryParameter && row.Does != HeaderParameter {
		out = append(out, "Held has no meaning there")
	}
	if row.Part && (s.Results().Len() != 1 || !takesRouter(s.Results().At(0).Type())) {
		out = append(out, "its result is no part")
	}
	gives := row.Does == PathParameter || row.Does == QueryParameter || row.Does == HeaderParameter || row.Does == CookieParameter || row.Does == GetsValue || row.Does == GetsIdentity && row.Into == model.None
	if gives && s.Results().Len() == 0 {
		out = append(out, "gives nothing")
	}
	return out
}

// elem is the element of a list, or t.
func elem(t types.Type) types.Type {
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return t
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0 || types.Identical(t, types.NewSlice(types.Typ[types.Byte]))
}

func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty() && !isTypeParam(t)
}

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// isHandler: functions, interfaces of handlers, anything that a framework
// takes for one by reflection, or a struct or option that holds one.
func isHandler(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature, *types.Interface:
		return true
	case *types.Struct:
		for f := range u.Fields() {
			if isHandler(elem(f.Type())) {
				return true
			}
		}
	}
	return false
}

// takesRouter: a function that is called with something to register routes on.
func takesRouter(t types.Type) bool {
	s, ok := t.Underlying().(*types.Signature)
	return ok && s.Params().Len() == 1 && TypeOf(s.Params().At(0).Type()) == IsRouter
}
