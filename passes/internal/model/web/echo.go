package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// echo v4: Context is an interface; a group's middleware stands before the
// routes that are registered on it later, Echo's own before all.
var echo4 = &Framework{
	Name: "echo v4", Module: "github.com/labstack/echo/v4", Oldest: "v4.1.0", Newest: "v4.16.0",
	Pkgs: []string{"github.com/labstack/echo/v4"},
	Funcs: slices.Concat(echoContext(), []Func{
		// func (Context) ParamValues() []string
		{Recv: "Context", Name: "ParamValues", Does: PathParameter},
		// func (Context) Bind(i interface{}) error
		{Recv: "Context", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "param"},
		// func (b *DefaultBinder) BindPathParams(c Context, i interface{}) error
		{Recv: "DefaultBinder", Name: "BindPathParams", Does: Binds, Into: model.Arg(1), Tag: "param", Since: "v4.2.0"},
		// func PathParam[T any](c Context, paramName string, opts ...any) (T, error)
		{Name: "PathParam", Does: PathParameter, Key: model.Arg(1), Since: "v4.15.0"},
		// func PathParamOr[T any](c Context, paramName string, defaultValue T, opts ...any) (T, error)
		{Name: "PathParamOr", Does: PathParameter, Key: model.Arg(1), Since: "v4.15.0"},
	}, each([]string{"Echo", "Group"}, echoRows)),
	Types: []Type{{Name: "Context", Is: IsContext}, {Name: "Echo", Is: IsRouter}, {Name: "Group", Is: IsRouter}},
}

// echo v5: Context is a struct.
var echo5 = &Framework{
	Name: "echo v5", Module: "github.com/labstack/echo/v5", Oldest: "v5.4.4", Newest: "v5.4.4",
	Pkgs: []string{"github.com/labstack/echo/v5"},
	Funcs: slices.Concat(echoContext(), []Func{
		// func (c *Context) ParamOr(name, defaultValue string) string
		{Recv: "Context", Name: "ParamOr", Does: PathParameter, Key: model.Arg(0)},
		// func PathParam[T any](c *Context, paramName string, opts ...any) (T, error)
		{Name: "PathParam", Does: PathParameter, Key: model.Arg(1)},
		// func PathParamOr[T any](c *Context, paramName string, defaultValue T, opts ...any) (T, error)
		{Name: "PathParamOr", Does: PathParameter, Key: model.Arg(1)},
		// func ContextGet[T any](c *Context, key string) (T, error)
		{Name: "ContextGet", Does: GetsValue, Key: model.Arg(1)},
		// func ContextGetOr[T any](c *Context, key string, defaultValue T) (T, error)
		{Name: "ContextGetOr", Does: GetsValue, Key: model.Arg(1)},
		// func (c *Context) QueryParamOr(name, defaultValue string) string
		{Recv: "Context", Name: "QueryParamOr", Does: QueryParameter, Key: model.Arg(0)},
		// func (c *Context) FormValueOr(name, defaultValue string) string
		{Recv: "Context", Name: "FormValueOr", Does: BodyParameter, Key: model.Arg(0)},
		// func (c *Context) Bind(i any) error
		{Recv: "Context", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "param"},
		// func BindPathValues(c *Context, target any) error
		{Name: "BindPathValues", Does: Binds, Into: model.Arg(1), Tag: "param"},
	}, each([]string{"Echo", "Group"}, echoRows)),
	Types: []Type{{Name: "Context", Is: IsContext}, {Name: "Echo", Is: IsRouter}, {Name: "Group", Is: IsRouter}},
}

func echoContext() []Func {
	return slices.Concat([]Func{
		// func (Context) Param(name string) string
		{Recv: "Context", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (Context) QueryParam(name string) string
		{Recv: "Context", Name: "QueryParam", Does: QueryParameter, Key: model.Arg(0)},
		// func (Context) FormValue(name string) string
		{Recv: "Context", Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
		// func (Context) Get(key string) interface{}
		{Recv: "Context", Name: "Get", Does: GetsValue, Key: model.Arg(0)},
		// func (Context) Set(key string, val interface{})
		{Recv: "Context", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
	}, methods(Func{Recv: "Context", Does: Responds}, "JSON", "String", "NoContent", "HTML", "XML", "Blob", "Redirect", "Render", "File"))
}

func echoRows(recv string) []Func {
	row := Func{Handlers: model.Arg(1), Middleware: model.Arg(2)}
	group := Func{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)}
	use := Func{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)}
	if recv == "Echo" {
		use.Scope = Whole
	}
	return append(verbs(recv, upper, row),
		// func (e *Echo) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route
		Func{Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Middleware: model.Arg(2)},
		// func (e *Echo) Match(methods []string, path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route
		Func{Recv: recv, Name: "Match", Does: Registers, Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3)},
		// func (e *Echo) Add(method, path string, handler HandlerFunc, middleware ...MiddlewareFunc) *Route
		Func{Recv: recv, Name: "Add", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3)},
		// func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group)
		group,
		// func (e *Echo) Use(middleware ...MiddlewareFunc)
		use)
}
