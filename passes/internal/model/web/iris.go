package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const (
	irisContext = "github.com/kataras/iris/v12/context"
	irisRouter  = "github.com/kataras/iris/v12/core/router"
	irisStore   = "github.com/kataras/iris/v12/core/memstore"
)

// iris: parameters and values are both stores that the context hands out; the
// getters of a store are those of what it holds.
var iris = &Framework{
	Name: "iris v12", Module: "github.com/kataras/iris/v12", Oldest: "v12.2.0", Newest: "v12.2.11",
	Pkgs: []string{"github.com/kataras/iris/v12", irisContext, irisRouter, irisStore},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(irisParameters(), irisBody(), irisValues(), irisAnswers(),
			each([]string{"APIBuilder", "Party"}, irisRoutes), irisInjected(), []Func{
				// func (api *APIBuilder) UseGlobal(handlers ...context.Handler)
				{Pkg: irisRouter, Recv: "APIBuilder", Name: "UseGlobal", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
			})
	},
	Types: []Type{
		{Pkg: irisContext, Name: "Context", Is: IsContext},
		{Pkg: irisContext, Name: "RequestParams", Is: IsParams},
		{Pkg: irisRouter, Name: "APIBuilder", Is: IsRouter},
		{Pkg: irisRouter, Name: "APIContainer", Is: IsRouter},
		{Pkg: irisRouter, Name: "Party", Is: IsRouter},
		{Name: "Application", Is: IsRouter},
	},
}

func irisParameters() []Func {
	return slices.Concat([]Func{
		// func (ctx *Context) Params() *RequestParams
		{Pkg: irisContext, Recv: "Context", Name: "Params", Does: PathParameter},
		// func (ctx *Context) ReadParams(ptr interface{}) error
		{Pkg: irisContext, Recv: "Context", Name: "ReadParams", Does: Binds, Into: model.Arg(0), Tag: "param"},
		// func (ctx *Context) ReadURL(ptr interface{}) error
		{Pkg: irisContext, Recv: "Context", Name: "ReadURL", Does: Binds, Into: model.Arg(0), Tag: "param"},
		// func (ctx *Context) ReadQuery(ptr interface{}) error
		{Pkg: irisContext, Recv: "Context", Name: "ReadQuery", Does: QueryParameter, Into: model.Arg(0)},
		// func (ctx *Context) GetHeader(name string) string
		{Pkg: irisContext, Recv: "Context", Name: "GetHeader", Does: HeaderParameter, Key: model.Arg(0)},
		// func (ctx *Context) SetCookie(cookie *http.Cookie, options ...CookieOption)
		{Pkg: irisContext, Recv: "Context", Name: "SetCookie", Does: SetsCookie, Cookie: model.Arg(0)},
		// func (ctx *Context) GetCookie(name string, options ...CookieOption) string
		{Pkg: irisContext, Recv: "Context", Name: "GetCookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (ctx *Context) URLParams() map[string]string
		{Pkg: irisContext, Recv: "Context", Name: "URLParams", Does: QueryParameter},
	},
		// func (r *RequestParams) Get(key string) string
		methods(Func{Pkg: irisContext, Recv: "RequestParams", Does: PathParameter, Key: model.Arg(0)}, with("Get", "", "Trim", "Escape", "Decoded",
			"Entry", "TrimFile", "TrimFileInt", "TrimFileUint", "TrimFileUint64", "IntUnslashed")...),
		// func (ctx *Context) URLParam(name string) string
		methods(Func{Pkg: irisContext, Recv: "Context", Does: QueryParameter, Key: model.Arg(0)}, with("URLParam", "", "Default", "Trim", "Escape", "Slice",
			"Int", "IntDefault", "Int32Default", "Int64", "Int64Default", "Uint64", "Float64", "Float64Default", "Bool", "BoolDefault")...))
}

func irisBody() []Func {
	return slices.Concat([]Func{
		// func (ctx *Context) FormValues() map[string][]string
		{Pkg: irisContext, Recv: "Context", Name: "FormValues", Does: BodyParameter},
		// func (ctx *Context) GetBody() ([]byte, error)
		{Pkg: irisContext, Recv: "Context", Name: "GetBody", Does: BodyParameter},
	},
		// func (ctx *Context) ReadJSON(outPtr interface{}, opts ...JSONReader) error
		methods(Func{Pkg: irisContext, Recv: "Context", Does: BodyParameter, Into: model.Arg(0)},
			with("Read", "JSON", "XML", "YAML", "Form", "Body", "MsgPack", "Protobuf")...),
		// func (ctx *Context) FormValue(name string) string
		methods(Func{Pkg: irisContext, Recv: "Context", Does: BodyParameter, Key: model.Arg(0)}, "FormValue", "FormValueDefault"),
		// func (ctx *Context) PostValue(name string) string
		methods(Func{Pkg: irisContext, Recv: "Context", Does: BodyParameter, Key: model.Arg(0)}, with("PostValue", "", "s", "Many", "Default", "String", "Trim",
			"Int", "IntDefault", "Int32", "Int32Default", "Int64", "Int64Default", "Uint", "Uint32", "Uint64", "Float64", "Float64Default", "Bool")...))
}

func irisValues() []Func {
	return slices.Concat([]Func{
		// func (r *Store) Set(key string, value interface{}) (Entry, bool)
		{Pkg: irisStore, Recv: "Store", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (r *Store) SetImmutable(key string, value interface{}) (Entry, bool)
		{Pkg: irisStore, Recv: "Store", Name: "SetImmutable", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (ctx *Context) Value(key interface{}) interface{}
		{Pkg: irisContext, Recv: "Context", Name: "Value", Does: GetsValue, Key: model.Arg(0)},
		// func (ctx *Context) User() User
		{Pkg: irisContext, Recv: "Context", Name: "User", Does: GetsIdentity},
		// func (ctx *Context) Next()
		{Pkg: irisContext, Recv: "Context", Name: "Next", Does: Passes},
	},
		// func (r *Store) Get(key string) interface{}
		// func (r *Store) GetInt64Default(key string, def int64) int64
		methods(Func{Pkg: irisStore, Recv: "Store", Does: GetsValue, Key: model.Arg(0)}, with("Get", "", "Default", "Entry", "String", "StringDefault",
			"StringTrim", "Int", "IntDefault", "Int8", "Int8Default", "Int16", "Int16Default", "Int32", "Int32Default", "Int64", "Int64Default",
			"Uint", "UintDefault", "Uint8", "Uint8Default", "Uint16", "Uint16Default", "Uint32", "Uint32Default", "Uint64", "Uint64Default",
			"Float64", "Float64Default", "Bool", "BoolDefault", "Time", "OrSet")...))
}

func irisAnswers() []Func {
	return slices.Concat(
		// func (ctx *Context) JSON(v interface{}, opts ...JSON) (err error)
		methods(Func{Pkg: irisContext, Recv: "Context", Does: Responds}, "JSON", "JSONP", "XML", "YAML", "Problem", "Text", "HTML", "View", "Binary",
			"Write", "WriteString", "Writef", "StatusCode", "NotFound", "Redirect"),
		// func (ctx *Context) StopExecution()
		// func (ctx *Context) StopWithJSON(statusCode int, jsonObject interface{}) error
		methods(Func{Pkg: irisContext, Recv: "Context", Does: Aborts},
			append(with("StopWith", "Status", "Text", "Error", "PlainError", "JSON", "Problem"), "StopExecution")...))
}

func irisRoutes(recv string) []Func {
	// func (api *APIBuilder) Get(relativePath string, handlers ...context.Handler) *Route
	return append(verbs(recv, more(title(), "Connect", "Trace"), Func{Pkg: irisRouter, Handlers: model.Arg(1), Chain: true}), []Func{
		// func (api *APIBuilder) Handle(method string, relativePath string, handlers ...context.Handler) *Route
		{Pkg: irisRouter, Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (api *APIBuilder) HandleFunc(method, relativePath string, handlersFn ...interface{}) *Route
		{Pkg: irisRouter, Recv: recv, Name: "HandleFunc", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (api *APIBuilder) HandleMany(methodOrMulti string, relativePathorMulti string, handlers ...context.Handler) (routes []*Route)
		{Pkg: irisRouter, Recv: recv, Name: "HandleMany", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (api *APIBuilder) CreateRoutes(methods []string, relativePath string, handlers ...context.Handler) []*Route
		{Pkg: irisRouter, Recv: recv, Name: "CreateRoutes", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (api *APIBuilder) Any(relativePath string, handlers ...context.Handler) (routes []*Route)
		{Pkg: irisRouter, Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (api *APIBuilder) Party(relativePath string, handlers ...context.Handler) Party
		{Pkg: irisRouter, Recv: recv, Name: "Party", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
		// func (api *APIBuilder) PartyFunc(relativePath string, partyBuilderFunc func(p Party)) Party
		{Pkg: irisRouter, Recv: recv, Name: "PartyFunc", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
		// func (api *APIBuilder) Subdomain(subdomain string, middleware ...context.Handler) Party
		{Pkg: irisRouter, Recv: recv, Name: "Subdomain", Does: Groups, Middleware: model.Arg(1)},
		// func (api *APIBuilder) Use(handlers ...context.Handler)
		{Pkg: irisRouter, Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
		// func (api *APIBuilder) UseOnce(handlers ...context.Handler)
		{Pkg: irisRouter, Recv: recv, Name: "UseOnce", Does: Attaches, Middleware: model.Arg(0)},
		// func (api *APIBuilder) UseRouter(handlers ...context.Handler)
		{Pkg: irisRouter, Recv: recv, Name: "UseRouter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
	}...)
}

// irisInjected: functions of any signature, which iris gives what they ask for.
func irisInjected() []Func {
	// func (api *APIContainer) Get(relativePath string, handlersFn ...interface{}) *Route
	return append(verbs("APIContainer", more(title(), "Connect", "Trace"), Func{Pkg: irisRouter, Handlers: model.Arg(1), Chain: true}), []Func{
		// func (api *APIContainer) Handle(method, relativePath string, handlersFn ...interface{}) *Route
		{Pkg: irisRouter, Recv: "APIContainer", Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (api *APIContainer) Any(relativePath string, handlersFn ...interface{}) (routes []*Route)
		{Pkg: irisRouter, Recv: "APIContainer", Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (api *APIContainer) Party(relativePath string, handlersFn ...interface{}) *APIContainer
		{Pkg: irisRouter, Recv: "APIContainer", Name: "Party", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
		// func (api *APIContainer) PartyFunc(relativePath string, fn func(*APIContainer)) *APIContainer
		{Pkg: irisRouter, Recv: "APIContainer", Name: "PartyFunc", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
		// func (api *APIContainer) Use(handlersFn ...interface{})
		{Pkg: irisRouter, Recv: "APIContainer", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	}...)
}
