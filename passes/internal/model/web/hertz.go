package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// hertz works like gin, with a context.Context beside its own.
var hertz = &Framework{
	Name: "hertz", Module: "github.com/cloudwego/hertz", Oldest: "v0.8.0", Newest: "v0.10.4",
	Pkgs: []string{"github.com/cloudwego/hertz/pkg/app", "github.com/cloudwego/hertz/pkg/route", "github.com/cloudwego/hertz/pkg/app/server"},
	Funcs: slices.Concat([]Func{
		// func (ctx *RequestContext) Param(key string) string
		{Recv: "RequestContext", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) BindPath(obj interface{}) error
		{Recv: "RequestContext", Name: "BindPath", Does: Binds, Into: model.Arg(0), Tag: "path"},
		// func (ctx *RequestContext) Bind(obj interface{}) error
		{Recv: "RequestContext", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "path"},
		// func (ctx *RequestContext) BindAndValidate(obj interface{}) error
		{Recv: "RequestContext", Name: "BindAndValidate", Does: Binds, Into: model.Arg(0), Tag: "path"},
		// func (ctx *RequestContext) Query(key string) string
		{Recv: "RequestContext", Name: "Query", Does: QueryParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) PostForm(key string) string
		{Recv: "RequestContext", Name: "PostForm", Does: BodyParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) Set(key string, value interface{})
		{Recv: "RequestContext", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (ctx *RequestContext) Next(c context.Context)
		{Recv: "RequestContext", Name: "Next", Does: Passes},
	}, methods(Func{Recv: "RequestContext", Does: GetsValue, Key: model.Arg(0)}, "Get", "MustGet", "Value", "GetString", "GetInt", "GetInt64", "GetUint", "GetBool"),
		methods(Func{Recv: "RequestContext", Does: Aborts}, "Abort", "AbortWithStatus", "AbortWithStatusJSON", "AbortWithError", "AbortWithMsg"),
		methods(Func{Recv: "RequestContext", Does: Responds}, "JSON", "String", "Status", "SetStatusCode", "Data", "HTML"),
		hertzRows()),
	Types: []Type{
		{Name: "RequestContext", Is: IsContext},
		{Pkg: "github.com/cloudwego/hertz/pkg/route", Name: "RouterGroup", Is: IsRouter},
		{Pkg: "github.com/cloudwego/hertz/pkg/route", Name: "Engine", Is: IsRouter},
		{Pkg: "github.com/cloudwego/hertz/pkg/route", Name: "IRouter", Is: IsRouter},
		{Pkg: "github.com/cloudwego/hertz/pkg/route", Name: "IRoutes", Is: IsRouter},
		{Pkg: "github.com/cloudwego/hertz/pkg/app/server", Name: "Hertz", Is: IsRouter},
	},
}

func hertzRows() []Func {
	const pkg = "github.com/cloudwego/hertz/pkg/route"
	return append(verbs("RouterGroup", upper, Func{Pkg: pkg, Handlers: model.Arg(1), Chain: true}), []Func{
		// func (group *RouterGroup) Any(relativePath string, handlers ...app.HandlerFunc) IRoutes
		{Pkg: pkg, Recv: "RouterGroup", Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...app.HandlerFunc) IRoutes
		{Pkg: pkg, Recv: "RouterGroup", Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (group *RouterGroup) Group(relativePath string, handlers ...app.HandlerFunc) *RouterGroup
		{Pkg: pkg, Recv: "RouterGroup", Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
		// func (group *RouterGroup) Use(middleware ...app.HandlerFunc) IRoutes
		{Pkg: pkg, Recv: "RouterGroup", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
		// func (engine *Engine) Use(middleware ...app.HandlerFunc) IRoutes
		{Pkg: pkg, Recv: "Engine", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	}...)
}
