package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// fiber v2: handlers are a chain; what Use and Group attach holds for
// everything below the prefix that is registered later on the same application.
var fiber2 = &Framework{
	Name: "fiber v2", Module: "github.com/gofiber/fiber/v2", Oldest: "v2.7.1", Newest: "v2.52.15",
	Pkgs: []string{"github.com/gofiber/fiber/v2"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(fiberRequest("Ctx"), fiberAnswers("Ctx"), []Func{
			// func (c *Ctx) GetReqHeaders() map[string][]string
			{Recv: "Ctx", Name: "GetReqHeaders", Does: HeaderParameter},
			// func (c *Ctx) ParamsInt(key string, defaultValue ...int) (int, error)
			{Recv: "Ctx", Name: "ParamsInt", Does: PathParameter, Key: model.Arg(0)},
			// func (c *Ctx) AllParams() map[string]string
			{Recv: "Ctx", Name: "AllParams", Does: PathParameter},
			// func (c *Ctx) ParamsParser(out interface{}) error
			{Recv: "Ctx", Name: "ParamsParser", Does: Binds, Into: model.Arg(0), Tag: "params"},
			// func (c *Ctx) QueryParser(out interface{}) error
			{Recv: "Ctx", Name: "QueryParser", Does: QueryParameter, Into: model.Arg(0)},
			// func (c *Ctx) BodyParser(out interface{}) error
			{Recv: "Ctx", Name: "BodyParser", Does: BodyParameter, Into: model.Arg(0)},
			// func (c *Ctx) Next() error
			{Recv: "Ctx", Name: "Next", Does: Passes},
			// func (c *Ctx) Redirect(location string, status ...int) error
			{Recv: "Ctx", Name: "Redirect", Does: Responds},
		},
			// func (c *Ctx) QueryInt(key string, defaultValue ...int) int
			methods(Func{Recv: "Ctx", Does: QueryParameter, Key: model.Arg(0)}, "QueryInt", "QueryBool", "QueryFloat"),
			each([]string{"App", "Group", "Router"}, fiber2Routes))
		f.Types = []Type{fiberCookie, {Name: "Ctx", Is: IsContext}, {Name: "App", Is: IsRouter}, {Name: "Group", Is: IsRouter}, {Name: "Router", Is: IsRouter}}
	},
}

// fiber v3: Ctx is an interface, handlers are of any type, and the first of
// them has its own parameter: the chain goes on where Middleware is.
var fiber3 = &Framework{
	Name: "fiber v3", Module: "github.com/gofiber/fiber/v3", Oldest: "v3.0.0", Newest: "v3.5.0",
	Pkgs: []string{"github.com/gofiber/fiber/v3"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(each([]string{"Ctx", "Req", "DefaultReq"}, fiberRequest), each([]string{"Ctx", "Res", "DefaultRes"}, fiberAnswers), []Func{
			// func (Req) GetHeaders() map[string][]string
			{Recv: "Req", Name: "GetHeaders", Does: HeaderParameter},
			// func (r *DefaultReq) GetHeaders() map[string][]string
			{Recv: "DefaultReq", Name: "GetHeaders", Does: HeaderParameter},
			// func Params[V GenericType](c Ctx, key string, defaultValue ...V) V
			{Name: "Params", Does: PathParameter, Key: model.Arg(1)},
			// func Query[V GenericType](c Ctx, key string, defaultValue ...V) V
			{Name: "Query", Does: QueryParameter, Key: model.Arg(1)},
			// func Locals[V any](c Ctx, key any, value ...V) V
			{Name: "Locals", Does: SetsValue, Key: model.Arg(1), Value: model.Arg(2)},
			// func (Ctx) Value(key any) any
			{Recv: "Ctx", Name: "Value", Does: GetsValue, Key: model.Arg(0)},
			// func ValueFromContext[T any](ctx, key any) (T, bool)
			{Name: "ValueFromContext", Does: GetsValue, Key: model.Arg(1)},
			// func StoreInContext(c Ctx, key, value any)
			{Name: "StoreInContext", Does: SetsValue, Key: model.Arg(1), Value: model.Arg(2)},
			// func (b *Bind) URI(out any) error
			{Recv: "Bind", Name: "URI", Does: Binds, Into: model.Arg(0), Tag: "uri"},
			// func (b *Bind) All(out any) error
			{Recv: "Bind", Name: "All", Does: Binds, Into: model.Arg(0), Tag: "uri"},
			// func (b *Bind) Query(out any) error
			{Recv: "Bind", Name: "Query", Does: QueryParameter, Into: model.Arg(0)},
			// func (Ctx) Next() error
			{Recv: "Ctx", Name: "Next", Does: Passes},
			// func (r *Redirect) To(location string) error
			{Recv: "Redirect", Name: "To", Does: Responds},
		},
			// func (b *Bind) JSON(out any) error
			methods(Func{Recv: "Bind", Does: BodyParameter, Into: model.Arg(0)}, "Body", "JSON", "Form", "XML", "CBOR", "MsgPack"),
			each([]string{"App", "Group", "Router"}, fiber3Routes), each([]string{"Register", "Registering"}, fiberChain))
		f.Types = []Type{
			fiberCookie,
			{Name: "Ctx", Is: IsContext},
			{Name: "DefaultCtx", Is: IsContext},
			{Name: "Req", Is: IsRequest},
			{Name: "DefaultReq", Is: IsRequest},
			{Name: "Res", Is: IsResponse},
			{Name: "DefaultRes", Is: IsResponse},
			{Name: "App", Is: IsRouter},
			{Name: "Group", Is: IsRouter},
			{Name: "Router", Is: IsRouter},
			{Name: "Register", Is: IsRouter},
			{Name: "Registering", Is: IsRouter},
		}
	},
}

func fiberRequest(recv string) []Func {
	return []Func{
		// func (c *Ctx) Params(key string, defaultValue ...string) string
		{Recv: recv, Name: "Params", Does: PathParameter, Key: model.Arg(0)},
		// func (c *Ctx) Query(key string, defaultValue ...string) string
		{Recv: recv, Name: "Query", Does: QueryParameter, Key: model.Arg(0)},
		// func (c *Ctx) Queries() map[string]string
		{Recv: recv, Name: "Queries", Does: QueryParameter},
		// func (c *Ctx) FormValue(key string, defaultValue ...string) string
		{Recv: recv, Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
		// func (c *Ctx) Body() []byte
		{Recv: recv, Name: "Body", Does: BodyParameter},
		// func (c *Ctx) BodyRaw() []byte
		{Recv: recv, Name: "BodyRaw", Does: BodyParameter},
		// func (c *Ctx) Get(key string, defaultValue ...string) string
		{Recv: recv, Name: "Get", Does: HeaderParameter, Key: model.Arg(0)},
		// func (c *Ctx) Cookies(key string, defaultValue ...string) string
		{Recv: recv, Name: "Cookies", Does: CookieParameter, Key: model.Arg(0)},
		// func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{}
		{Recv: recv, Name: "Locals", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
	}
}

// fiberCookie: fiber sets SameSite=Lax unless it is told otherwise.
var fiberCookie = Type{Name: "Cookie", Is: IsCookie, Cookie: CookieFields{Name: "Name", Value: "Value", MaxAge: "MaxAge", Expires: "Expires",
	HTTPOnly: "HTTPOnly", Secure: "Secure"}}

func fiberAnswers(recv string) []Func {
	// func (c *Ctx) Cookie(cookie *Cookie)
	return append(methods(Func{Recv: recv, Does: SetsCookie, Cookie: model.Arg(0)}, "Cookie"),
		// func (c *Ctx) JSON(data interface{}, ctype ...string) error
		methods(Func{Recv: recv, Does: Responds}, "JSON", "JSONP", "XML", "Send", "SendString", "SendStatus", "SendStream",
			"Render", "Format", "Write", "Writef", "WriteString")...)
}

func fiber2Routes(recv string) []Func {
	// func (app *App) Get(path string, handlers ...Handler) Router
	return append(verbs(recv, more(title(), "Connect", "Trace"), Func{Handlers: model.Arg(1), Chain: true}), []Func{
		// func (app *App) Add(method, path string, handlers ...Handler) Router
		{Recv: recv, Name: "Add", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (app *App) All(path string, handlers ...Handler) Router
		{Recv: recv, Name: "All", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (app *App) Group(prefix string, handlers ...Handler) Router
		{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1), Scope: Prefix},
		// func (app *App) Route(prefix string, fn func(router Router), name ...string) Router
		{Recv: recv, Name: "Route", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
		// func (app *App) Use(args ...interface{}) Router
		{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Prefix},
		// func (app *App) Mount(prefix string, subApp *App) Router
		{Recv: recv, Name: "Mount", Does: Mounts, Path: model.Arg(0), Handlers: model.Arg(1)},
	}...)
}

func fiber3Routes(recv string) []Func {
	// func (app *App) Get(path string, handler any, handlers ...any) Router
	return append(verbs(recv, more(title(), "Connect", "Trace", "Query"), Func{Handlers: model.Arg(1), Middleware: model.Arg(2), Chain: true}), []Func{
		// func (app *App) Add(methods []string, path string, handler any, handlers ...any) Router
		{Recv: recv, Name: "Add", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3), Chain: true},
		// func (app *App) All(path string, handler any, handlers ...any) Router
		{Recv: recv, Name: "All", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Middleware: model.Arg(2), Chain: true},
		// func (app *App) Group(prefix string, handlers ...any) Router
		{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1), Scope: Prefix},
		// func (app *App) Route(prefix string, fn func(router Router), name ...string) Router
		{Recv: recv, Name: "Route", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
		// func (app *App) RouteChain(path string) Register
		{Recv: recv, Name: "RouteChain", Does: Groups, Path: model.Arg(0)},
		// func (app *App) Use(args ...any) Router
		{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Prefix},
	}...)
}

func fiberChain(recv string) []Func {
	// func (r *Registering) Get(handler any, handlers ...any) Register
	return append(verbsBelow(recv, more(title(), "Connect", "Trace", "Query"), Func{Handlers: model.Arg(0), Middleware: model.Arg(1), Chain: true}), []Func{
		// func (r *Registering) Add(methods []string, handler any, handlers ...any) Register
		{Recv: recv, Name: "Add", Does: Registers, Method: model.Arg(0), Handlers: model.Arg(1), Middleware: model.Arg(2), Chain: true},
		// func (r *Registering) All(handler any, handlers ...any) Register
		{Recv: recv, Name: "All", Does: Registers, Handlers: model.Arg(0), Middleware: model.Arg(1), Chain: true},
		// func (r *Registering) RouteChain(path string) Register
		{Recv: recv, Name: "RouteChain", Does: Groups, Path: model.Arg(0)},
	}...)
}
