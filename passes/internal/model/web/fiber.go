package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// fiber v2: handlers are a chain; what Use and Group attach holds for
// everything below the prefix that is registered later on the same application.
var fiber2 = &Framework{
	Name: "fiber v2", Module: "github.com/gofiber/fiber/v2", Oldest: "v2.40.0", Newest: "v2.52.15",
	Pkgs: []string{"github.com/gofiber/fiber/v2"},
	Funcs: slices.Concat([]Func{
		// func (c *Ctx) Params(key string, defaultValue ...string) string
		{Recv: "Ctx", Name: "Params", Does: PathParameter, Key: model.Arg(0)},
		// func (c *Ctx) ParamsInt(key string, defaultValue ...int) (int, error)
		{Recv: "Ctx", Name: "ParamsInt", Does: PathParameter, Key: model.Arg(0)},
		// func (c *Ctx) AllParams() map[string]string
		{Recv: "Ctx", Name: "AllParams", Does: PathParameter},
		// func (c *Ctx) ParamsParser(out interface{}) error
		{Recv: "Ctx", Name: "ParamsParser", Does: Binds, Into: model.Arg(0), Tag: "params"},
		// func (c *Ctx) Query(key string, defaultValue ...string) string
		{Recv: "Ctx", Name: "Query", Does: QueryParameter, Key: model.Arg(0)},
		// func (c *Ctx) FormValue(key string, defaultValue ...string) string
		{Recv: "Ctx", Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
		// func (c *Ctx) BodyParser(out interface{}) error
		{Recv: "Ctx", Name: "BodyParser", Does: BodyParameter, Into: model.Arg(0)},
		// func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{}
		{Recv: "Ctx", Name: "Locals", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
	}, methods(Func{Recv: "Ctx", Does: Responds}, "JSON", "SendString", "SendStatus", "Send", "Redirect", "Render"),
		each([]string{"App", "Group", "Router"}, fiber2Rows)),
	Types: []Type{{Name: "Ctx", Is: IsContext}, {Name: "App", Is: IsRouter}, {Name: "Group", Is: IsRouter}, {Name: "Router", Is: IsRouter}},
}

// fiber v3: Ctx is an interface, handlers are of any type, and the first of
// them has its own parameter. Use mounts applications too.
var fiber3 = &Framework{
	Name: "fiber v3", Module: "github.com/gofiber/fiber/v3", Oldest: "v3.1.0", Newest: "v3.1.0",
	Pkgs: []string{"github.com/gofiber/fiber/v3"},
	Funcs: slices.Concat(each([]string{"Ctx", "Req"}, func(recv string) []Func {
		return []Func{
			// func (Ctx) Params(key string, defaultValue ...string) string
			{Recv: recv, Name: "Params", Does: PathParameter, Key: model.Arg(0)},
			// func (Ctx) Query(key string, defaultValue ...string) string
			{Recv: recv, Name: "Query", Does: QueryParameter, Key: model.Arg(0)},
			// func (Ctx) FormValue(key string, defaultValue ...string) string
			{Recv: recv, Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
			// func (Ctx) Locals(key any, value ...any) any
			{Recv: recv, Name: "Locals", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		}
	}), []Func{
		// func Params[V GenericType](c Ctx, key string, defaultValue ...V) V
		{Name: "Params", Does: PathParameter, Key: model.Arg(1)},
		// func (b *Bind) URI(out any) error
		{Recv: "Bind", Name: "URI", Does: Binds, Into: model.Arg(0), Tag: "uri"},
		// func (b *Bind) All(out any) error
		{Recv: "Bind", Name: "All", Does: Binds, Into: model.Arg(0), Tag: "uri"},
		// func (b *Bind) Body(out any) error
		{Recv: "Bind", Name: "Body", Does: BodyParameter, Into: model.Arg(0)},
		// func Query[V GenericType](c Ctx, key string, defaultValue ...V) V
		{Name: "Query", Does: QueryParameter, Key: model.Arg(1)},
		// func Locals[V any](c Ctx, key any, value ...V) V
		{Name: "Locals", Does: SetsValue, Key: model.Arg(1), Value: model.Arg(2)},
	}, methods(Func{Recv: "Ctx", Does: Responds}, "JSON", "SendString", "SendStatus", "Send"),
		each([]string{"App", "Group", "Router"}, fiber3Rows)),
	Types: []Type{{Name: "Ctx", Is: IsContext}, {Name: "Req", Is: IsRequest}, {Name: "App", Is: IsRouter}, {Name: "Group", Is: IsRouter}, {Name: "Router", Is: IsRouter}},
}

func fiber2Rows(recv string) []Func {
	// func (app *App) Get(path string, handlers ...Handler) Router
	return slices.Concat(fiberRows(recv), verbs(recv, title, Func{Handlers: model.Arg(1), Chain: true}), []Func{
		// func (app *App) Add(method, path string, handlers ...Handler) Router
		{Recv: recv, Name: "Add", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (app *App) All(path string, handlers ...Handler) Router
		{Recv: recv, Name: "All", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (app *App) Mount(prefix string, fiber *App) Router
		{Recv: recv, Name: "Mount", Does: Mounts, Path: model.Arg(0), Handlers: model.Arg(1)},
	})
}

func fiber3Rows(recv string) []Func {
	// func (app *App) Get(path string, handler any, handlers ...any) Router
	return slices.Concat(fiberRows(recv), verbs(recv, title, Func{Handlers: model.Arg(1), Middleware: model.Arg(2), Chain: true}), []Func{
		// func (app *App) Add(methods []string, path string, handler any, handlers ...any) Router
		{Recv: recv, Name: "Add", Does: Registers, Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3), Chain: true},
		// func (app *App) All(path string, handler any, handlers ...any) Router
		{Recv: recv, Name: "All", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Middleware: model.Arg(2), Chain: true},
	})
}

// fiberRows are of one signature in both.
func fiberRows(recv string) []Func {
	return []Func{
		// func (app *App) Group(prefix string, handlers ...Handler) Router
		{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1), Scope: Prefix},
		// func (app *App) Route(prefix string, fn func(router Router), name ...string) Router
		{Recv: recv, Name: "Route", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
		// func (app *App) Use(args ...interface{}) Router
		{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Prefix},
	}
}
