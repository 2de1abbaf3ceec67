package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// echo v4: Context is an interface; a group's middleware stands before the
// routes that are registered on it later, Echo's own before all.
var echo4 = &Framework{
	Name: "echo v4", Module: "github.com/labstack/echo/v4", Oldest: "v4.1.16", Newest: "v4.16.0",
	Pkgs: []string{"github.com/labstack/echo/v4"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(echoContext(), []Func{
			// func (Context) ParamValues() []string
			{Recv: "Context", Name: "ParamValues", Does: PathParameter},
			// func (Context) FormParams() (url.Values, error)
			{Recv: "Context", Name: "FormParams", Does: BodyParameter},
			// func (Binder) Bind(i interface{}, c Context) error
			{Recv: "Binder", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "param"},
			// func (b *DefaultBinder) Bind(i interface{}, c Context) (err error)
			{Recv: "DefaultBinder", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "param"},
			// func (b *DefaultBinder) BindPathParams(c Context, i interface{}) error
			{Recv: "DefaultBinder", Name: "BindPathParams", Does: Binds, Into: model.Arg(1), Tag: "param", Since: "v4.2.0"},
			// func (b *DefaultBinder) BindQueryParams(c Context, i interface{}) error
			{Recv: "DefaultBinder", Name: "BindQueryParams", Does: QueryParameter, Into: model.Arg(1)},
			// func (b *DefaultBinder) BindBody(c Context, i interface{}) (err error)
			{Recv: "DefaultBinder", Name: "BindBody", Does: BodyParameter, Into: model.Arg(1)},
			// func PathParamsBinder(c Context) *ValueBinder
			{Name: "PathParamsBinder", Does: PathParameter},
			// func (e *Echo) Host(name string, m ...MiddlewareFunc) (g *Group)
			{Recv: "Echo", Name: "Host", Does: Groups, Middleware: model.Arg(1)},
		},
			// func FormParam[T any](c Context, key string, opts ...any) (T, error)
			methods(Func{Does: BodyParameter, Key: model.Arg(1)}, "FormParam", "FormParamOr", "FormParams", "FormParamsOr"),
			each([]string{"Echo", "Group"}, echoRows))
		f.Types = echoTypes
	},
}

// echo v5: Context is a struct.
var echo5 = &Framework{
	Name: "echo v5", Module: "github.com/labstack/echo/v5", Oldest: "v5.0.0", Newest: "v5.4.4",
	Pkgs: []string{"github.com/labstack/echo/v5"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(echoContext(), []Func{
			// func (c *Context) ParamOr(name, defaultValue string) string
			{Recv: "Context", Name: "ParamOr", Does: PathParameter, Key: model.Arg(0)},
			// func (c *Context) PathValues() PathValues
			{Recv: "Context", Name: "PathValues", Does: PathParameter},
			// func (p PathValues) Get(name string) (string, bool)
			{Recv: "PathValues", Name: "Get", Does: PathParameter, Key: model.Arg(0)},
			// func (p PathValues) GetOr(name string, defaultValue string) string
			{Recv: "PathValues", Name: "GetOr", Does: PathParameter, Key: model.Arg(0)},
			// func (c *Context) QueryParamOr(name, defaultValue string) string
			{Recv: "Context", Name: "QueryParamOr", Does: QueryParameter, Key: model.Arg(0)},
			// func (c *Context) FormValueOr(name, defaultValue string) string
			{Recv: "Context", Name: "FormValueOr", Does: BodyParameter, Key: model.Arg(0)},
			// func (c *Context) FormValues() (url.Values, error)
			{Recv: "Context", Name: "FormValues", Does: BodyParameter},
			// func (Binder) Bind(c *Context, target any) error
			{Recv: "Binder", Name: "Bind", Does: Binds, Into: model.Arg(1), Tag: "param"},
			// func (b *DefaultBinder) Bind(c *Context, target any) error
			{Recv: "DefaultBinder", Name: "Bind", Does: Binds, Into: model.Arg(1), Tag: "param"},
			// func BindPathValues(c *Context, target any) error
			{Name: "BindPathValues", Does: Binds, Into: model.Arg(1), Tag: "param"},
			// func BindQueryParams(c *Context, target any) error
			{Name: "BindQueryParams", Does: QueryParameter, Into: model.Arg(1)},
			// func BindBody(c *Context, target any) (err error)
			{Name: "BindBody", Does: BodyParameter, Into: model.Arg(1)},
			// func PathValuesBinder(c *Context) *ValueBinder
			{Name: "PathValuesBinder", Does: PathParameter},
		},
			// func FormValue[T any](c *Context, key string, opts ...any) (T, error)
			methods(Func{Does: BodyParameter, Key: model.Arg(1)}, "FormValue", "FormValueOr", "FormValues", "FormValuesOr"),
			each([]string{"Echo", "Group"}, func(recv string) []Func {
				return append(echoRows(recv),
					// func (e *Echo) QUERY(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo
					Func{Recv: recv, Name: "QUERY", Does: Registers, Verb: "QUERY", Path: model.Arg(0), Handlers: model.Arg(1), Middleware: model.Arg(2)},
					// func (e *Echo) AddRoute(route Route) (RouteInfo, error)
					Func{Recv: recv, Name: "AddRoute", Does: Registers, Handlers: model.Arg(0)})
			}))
		f.Types = append([]Type{{Name: "PathValues", Is: IsParams}}, echoTypes...)
	},
}

var echoTypes = []Type{{Name: "Context", Is: IsContext}, {Name: "Echo", Is: IsRouter}, {Name: "Group", Is: IsRouter}}

// echoContext is what both have.
func echoContext() []Func {
	return slices.Concat([]Func{
		// func (Context) Param(name string) string
		{Recv: "Context", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func PathParam[T any](c Context, paramName string, opts ...any) (T, error)
		{Name: "PathParam", Does: PathParameter, Key: model.Arg(1)},
		// func PathParamOr[T any](c Context, paramName string, defaultValue T, opts ...any) (T, error)
		{Name: "PathParamOr", Does: PathParameter, Key: model.Arg(1)},
		// func (Context) QueryParam(name string) string
		{Recv: "Context", Name: "QueryParam", Does: QueryParameter, Key: model.Arg(0)},
		// func (Context) QueryParams() url.Values
		{Recv: "Context", Name: "QueryParams", Does: QueryParameter},
		// func (Context) Cookie(name string) (*http.Cookie, error)
		{Recv: "Context", Name: "Cookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (Context) SetCookie(cookie *http.Cookie)
		{Recv: "Context", Name: "SetCookie", Does: SetsCookie, Cookie: model.Arg(0)},
		// func (Context) Cookies() []*http.Cookie
		{Recv: "Context", Name: "Cookies", Does: CookieParameter},
		// func (Context) FormValue(name string) string
		{Recv: "Context", Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
		// func (Context) Bind(i interface{}) error
		{Recv: "Context", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "param"},
		// func (Context) Get(key string) interface{}
		{Recv: "Context", Name: "Get", Does: GetsValue, Key: model.Arg(0)},
		// func ContextGet[T any](c Context, key string) (T, error)
		{Name: "ContextGet", Does: GetsValue, Key: model.Arg(1)},
		// func ContextGetOr[T any](c Context, key string, defaultValue T) (T, error)
		{Name: "ContextGetOr", Does: GetsValue, Key: model.Arg(1)},
		// func (Context) Set(key string, val interface{})
		{Recv: "Context", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func WrapHandler(h http.Handler) HandlerFunc
		{Name: "WrapHandler", Does: Converts, Handlers: model.Arg(0)},
		// func WrapMiddleware(m func(http.Handler) http.Handler) MiddlewareFunc
		{Name: "WrapMiddleware", Does: Converts, Handlers: model.Arg(0)},
		// func (e *Echo) Pre(middleware ...MiddlewareFunc)
		{Recv: "Echo", Name: "Pre", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
	},
		// func QueryParam[T any](c Context, key string, opts ...any) (T, error)
		methods(Func{Does: QueryParameter, Key: model.Arg(1)}, "QueryParam", "QueryParamOr", "QueryParams", "QueryParamsOr"),
		// func (Context) JSON(code int, i interface{}) error
		methods(Func{Recv: "Context", Does: Responds}, "JSON", "JSONPretty", "JSONBlob", "JSONP", "JSONPBlob", "String", "NoContent", "HTML", "HTMLBlob",
			"XML", "XMLPretty", "XMLBlob", "Blob", "Stream", "Redirect", "Render", "File", "Attachment", "Inline"))
}

func echoRows(recv string) []Func {
	use := Func{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)}
	if recv == "Echo" {
		use.Scope = Whole
	}
	// func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route
	return append(verbs(recv, more(upper(), "CONNECT", "TRACE"), Func{Handlers: model.Arg(1), Middleware: model.Arg(2)}),
		// func (e *Echo) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route
		Func{Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Middleware: model.Arg(2)},
		// func (e *Echo) Match(methods []string, path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route
		Func{Recv: recv, Name: "Match", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3)},
		// func (e *Echo) Add(method, path string, handler HandlerFunc, middleware ...MiddlewareFunc) *Route
		Func{Recv: recv, Name: "Add", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3)},
		// func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group)
		Func{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
		// func (e *Echo) Use(middleware ...MiddlewareFunc)
		use)
}
