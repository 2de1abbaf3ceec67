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

// iris: parameters and values are both stores that the context hands out.
var iris = &Framework{
	Name: "iris v12", Module: "github.com/kataras/iris/v12", Oldest: "v12.2.11", Newest: "v12.2.11",
	Pkgs: []string{"github.com/kataras/iris/v12", irisContext, irisRouter, irisStore},
	Funcs: slices.Concat([]Func{
		// func (ctx *Context) Params() *RequestParams
		{Pkg: irisContext, Recv: "Context", Name: "Params", Does: PathParameter},
		// func (ctx *Context) ReadParams(ptr interface{}) error
		{Pkg: irisContext, Recv: "Context", Name: "ReadParams", Does: Binds, Into: model.Arg(0), Tag: "param"},
		// func (ctx *Context) URLParam(name string) string
		{Pkg: irisContext, Recv: "Context", Name: "URLParam", Does: QueryParameter, Key: model.Arg(0)},
		// func (ctx *Context) FormValue(name string) string
		{Pkg: irisContext, Recv: "Context", Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
		// func (ctx *Context) Next()
		{Pkg: irisContext, Recv: "Context", Name: "Next", Does: Passes},
		// func (r *Store) Set(key string, value interface{}) (Entry, bool)
		{Pkg: irisStore, Recv: "Store", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
	},
		// func (r *RequestParams) Get(key string) string
		methods(Func{Pkg: irisContext, Recv: "RequestParams", Does: PathParameter, Key: model.Arg(0)},
			"Get", "GetTrim", "GetEscape", "GetDecoded", "GetIntUnslashed"),
		methods(Func{Pkg: irisStore, Recv: "Store", Does: GetsValue, Key: model.Arg(0)},
			"Get", "GetString", "GetStringDefault", "GetStringTrim", "GetInt", "GetInt64", "GetIntDefault", "GetInt64Default",
			"GetUint", "GetUint64", "GetUintDefault", "GetUint64Default", "GetBool"),
		methods(Func{Pkg: irisContext, Recv: "Context", Does: Responds}, "JSON", "WriteString", "StatusCode", "Text", "HTML"),
		methods(Func{Pkg: irisContext, Recv: "Context", Does: Aborts}, "StopExecution", "StopWithStatus", "StopWithJSON", "StopWithError", "StopWithPlainError", "StopWithProblem", "StopWithText"),
		irisRows()),
	Types: []Type{
		{Pkg: irisContext, Name: "Context", Is: IsContext},
		{Pkg: irisContext, Name: "RequestParams", Is: IsParams},
		{Pkg: irisRouter, Name: "APIBuilder", Is: IsRouter},
		{Pkg: irisRouter, Name: "Party", Is: IsRouter},
		{Name: "Application", Is: IsRouter},
	},
}

func irisRows() []Func {
	return each([]string{"APIBuilder", "Party"}, func(recv string) []Func {
		return append(verbs(recv, title, Func{Pkg: irisRouter, Handlers: model.Arg(1), Chain: true}), []Func{
			// func (api *APIBuilder) Handle(method string, relativePath string, handlers ...context.Handler) *Route
			{Pkg: irisRouter, Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
			// func (api *APIBuilder) Any(relativePath string, handlers ...context.Handler) (routes []*Route)
			{Pkg: irisRouter, Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
			// func (api *APIBuilder) Party(relativePath string, handlers ...context.Handler) Party
			{Pkg: irisRouter, Recv: recv, Name: "Party", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
			// func (api *APIBuilder) PartyFunc(relativePath string, partyBuilderFunc func(p Party)) Party
			{Pkg: irisRouter, Recv: recv, Name: "PartyFunc", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
			// func (api *APIBuilder) Use(handlers ...context.Handler)
			{Pkg: irisRouter, Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
			// func (api *APIBuilder) UseRouter(handlers ...context.Handler)
			{Pkg: irisRouter, Recv: recv, Name: "UseRouter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		}...)
	})
}
