package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const hertzRoute = "github.com/cloudwego/hertz/pkg/route"

// hertz works like gin, with a context.Context beside its own.
var hertz = &Framework{
	Name: "hertz", Module: "github.com/cloudwego/hertz", Oldest: "v0.10.4", Newest: "v0.10.4",
	Pkgs: []string{"github.com/cloudwego/hertz/pkg/app", hertzRoute, "github.com/cloudwego/hertz/pkg/app/server"},
	Funcs: slices.Concat([]Func{
		// func (ctx *RequestContext) Param(key string) string
		{Recv: "RequestContext", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) BindPath(obj interface{}) error
		{Recv: "RequestContext", Name: "BindPath", Does: Binds, Into: model.Arg(0), Tag: "path"},
		// func (ctx *RequestContext) Bind(obj interface{}) error
		{Recv: "RequestContext", Name: "Bind", Does: Binds, Into: model.Arg(0), Tag: "path"},
		// func (ctx *RequestContext) BindAndValidate(obj interface{}) error
		{Recv: "RequestContext", Name: "BindAndValidate", Does: Binds, Into: model.Arg(0), Tag: "path"},
		// func (ctx *RequestContext) Set(key string, value interface{})
		{Recv: "RequestContext", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (ctx *RequestContext) Next(c context.Context)
		{Recv: "RequestContext", Name: "Next", Does: Passes},
	},
		// func (ctx *RequestContext) Query(key string) string
		methods(Func{Recv: "RequestContext", Does: QueryParameter, Key: model.Arg(0)}, "Query", "DefaultQuery", "GetQuery"),
		// func (ctx *RequestContext) PostForm(key string) string
		methods(Func{Recv: "RequestContext", Does: BodyParameter, Key: model.Arg(0)}, "PostForm", "DefaultPostForm", "GetPostForm"),
		methods(Func{Recv: "RequestContext", Does: GetsValue, Key: model.Arg(0)}, "Get", "MustGet", "Value", "GetString", "GetInt", "GetInt64", "GetUint", "GetBool"),
		methods(Func{Recv: "RequestContext", Does: Aborts}, "Abort", "AbortWithStatus", "AbortWithStatusJSON", "AbortWithError", "AbortWithMsg"),
		methods(Func{Recv: "RequestContext", Does: Responds}, "JSON", "String", "Status", "SetStatusCode", "Data", "HTML"),
		[]Func{
			// func (engine *Engine) Use(middleware ...app.HandlerFunc) IRoutes
			{Pkg: hertzRoute, Recv: "Engine", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
		},
		each([]string{"RouterGroup", "IRoutes"}, hertzRoutes),
		each([]string{"RouterGroup", "IRouter"}, hertzGroups)),
	Types: []Type{
		{Name: "RequestContext", Is: IsContext},
		{Pkg: hertzRoute, Name: "RouterGroup", Is: IsRouter},
		{Pkg: hertzRoute, Name: "Engine", Is: IsRouter},
		{Pkg: hertzRoute, Name: "IRouter", Is: IsRouter},
		{Pkg: hertzRoute, Name: "IRoutes", Is: IsRouter},
		{Pkg: "github.com/cloudwego/hertz/pkg/app/server", Name: "Hertz", Is: IsRouter},
	},
}

func hertzRoutes(recv string) []Func {
	return append(verbs(recv, upper, Func{Pkg: hertzRoute, Handlers: model.Arg(1), Chain: true}), []Func{
		// func (group *RouterGroup) Any(relativePath string, handlers ...app.HandlerFunc) IRoutes
		{Pkg: hertzRoute, Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...app.HandlerFunc) IRoutes
		{Pkg: hertzRoute, Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (group *RouterGroup) Use(middleware ...app.HandlerFunc) IRoutes
		{Pkg: hertzRoute, Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	}...)
}

func hertzGroups(recv string) []Func {
	return []Func{
		// func (group *RouterGroup) Group(relativePath string, handlers ...app.HandlerFunc) *RouterGroup
		{Pkg: hertzRoute, Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
	}
}
