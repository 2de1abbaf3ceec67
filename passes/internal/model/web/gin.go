package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// gin: handlers and middleware are one kind of function; the last of a chain
// is the handler. Use holds for routes registered afterwards. Middleware that
// does not abort goes on to the handler.
var gin = &Framework{
	Name: "gin", Module: "github.com/gin-gonic/gin", Oldest: "v1.7.0", Newest: "v1.12.0",
	Pkgs: []string{"github.com/gin-gonic/gin"},
	Funcs: slices.Concat([]Func{
		// func (c *Context) Param(key string) string
		{Recv: "Context", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (ps Params) ByName(name string) (va string)
		{Recv: "Params", Name: "ByName", Does: PathParameter, Key: model.Arg(0)},
		// func (ps Params) Get(name string) (string, bool)
		{Recv: "Params", Name: "Get", Does: PathParameter, Key: model.Arg(0)},
		// func (c *Context) ShouldBindUri(obj any) error
		{Recv: "Context", Name: "ShouldBindUri", Does: Binds, Into: model.Arg(0), Tag: "uri"},
		// func (c *Context) BindUri(obj any) error
		{Recv: "Context", Name: "BindUri", Does: Binds, Into: model.Arg(0), Tag: "uri"},
		// func (c *Context) Set(key any, value any)
		{Recv: "Context", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (c *Context) Next()
		{Recv: "Context", Name: "Next", Does: Passes},
		// func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes
		{Recv: "Engine", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	},
		// func (c *Context) Query(key string) (value string)
		// func (c *Context) DefaultQuery(key, defaultValue string) string
		// func (c *Context) GetQuery(key string) (string, bool)
		methods(Func{Recv: "Context", Does: QueryParameter, Key: model.Arg(0)}, "Query", "DefaultQuery", "GetQuery"),
		// func (c *Context) PostForm(key string) (value string)
		// func (c *Context) DefaultPostForm(key, defaultValue string) string
		// func (c *Context) GetPostForm(key string) (string, bool)
		methods(Func{Recv: "Context", Does: BodyParameter, Key: model.Arg(0)}, "PostForm", "DefaultPostForm", "GetPostForm"),
		// func (c *Context) Get(key any) (value any, exists bool)
		// func (c *Context) GetString(key any) string
		methods(Func{Recv: "Context", Does: GetsValue, Key: model.Arg(0)},
			"Get", "GetString", "GetInt", "GetInt64", "GetUint", "GetUint64", "GetBool", "MustGet", "GetStringSlice", "Value"),
		// func (c *Context) AbortWithStatusJSON(code int, jsonObj any)
		methods(Func{Recv: "Context", Does: Aborts}, "Abort", "AbortWithStatus", "AbortWithStatusJSON", "AbortWithError"),
		// func (c *Context) JSON(code int, obj any)
		methods(Func{Recv: "Context", Does: Responds}, "JSON", "Status", "String"),
		each([]string{"RouterGroup", "IRoutes"}, ginRoutes),
		each([]string{"RouterGroup", "IRouter"}, ginGroups)),
	Types: []Type{
		{Name: "Context", Is: IsContext},
		{Name: "Engine", Is: IsRouter},
		{Name: "RouterGroup", Is: IsRouter},
		{Name: "IRouter", Is: IsRouter},
		{Name: "IRoutes", Is: IsRouter},
		{Name: "Params", Is: IsParams},
	},
}

func ginRoutes(recv string) []Func {
	// func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes
	return append(verbs(recv, upper, Func{Handlers: model.Arg(1), Chain: true}), []Func{
		// func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (group *RouterGroup) Any(relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (group *RouterGroup) Match(methods []string, relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Match", Does: Registers, Path: model.Arg(1), Handlers: model.Arg(2), Chain: true, Since: "v1.9.0"},
		// func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	}...)
}

func ginGroups(recv string) []Func {
	return []Func{
		// func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup
		{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
	}
}
