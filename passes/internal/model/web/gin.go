package web

import "github.com/jwtvet/jwtvet/passes/internal/model"

// gin: handlers and middleware are one kind of function; the last of a chain
// is the handler. Use holds for routes registered afterwards. Middleware that
// does not abort goes on to the handler.
var gin = &Framework{
	Name: "gin", Module: "github.com/gin-gonic/gin", Oldest: "v1.7.0", Newest: "v1.12.0",
	Pkgs: []string{"github.com/gin-gonic/gin"},
	Funcs: []Func{
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
		// func (c *Context) Query(key string) (value string)
		{Recv: "Context", Name: "Query", Does: QueryParameter, Key: model.Arg(0)},
		// func (c *Context) Get(key string) (value any, exists bool)
		{Recv: "Context", Name: "Get", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetString", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetInt", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetInt64", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetUint", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetUint64", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetBool", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "MustGet", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "GetStringSlice", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "Context", Name: "Value", Does: GetsValue, Key: model.Arg(0)},
		{Recv: "RouterGroup", Name: "POST", Does: Registers, Verb: "POST", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		{Recv: "RouterGroup", Name: "PUT", Does: Registers, Verb: "PUT", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		{Recv: "RouterGroup", Name: "PATCH", Does: Registers, Verb: "PATCH", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		{Recv: "RouterGroup", Name: "DELETE", Does: Registers, Verb: "DELETE", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		{Recv: "RouterGroup", Name: "HEAD", Does: Registers, Verb: "HEAD", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		{Recv: "RouterGroup", Name: "OPTIONS", Does: Registers, Verb: "OPTIONS", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		{Recv: "Context", Name: "AbortWithStatus", Does: Aborts},
		{Recv: "Context", Name: "Abort", Does: Aborts},
		{Recv: "Context", Name: "AbortWithError", Does: Aborts},
		{Recv: "Context", Name: "Status", Does: Responds},
		{Recv: "Context", Name: "String", Does: Responds},
		// func (c *Context) Set(key string, value any)
		{Recv: "Context", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (c *Context) AbortWithStatusJSON(code int, jsonObj any)
		{Recv: "Context", Name: "AbortWithStatusJSON", Does: Aborts},
		// func (c *Context) Next()
		{Recv: "Context", Name: "Next", Does: Passes},
		// func (c *Context) JSON(code int, obj any)
		{Recv: "Context", Name: "JSON", Does: Responds},
		// func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: "RouterGroup", Name: "GET", Does: Registers, Verb: "GET", Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: "RouterGroup", Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup
		{Recv: "RouterGroup", Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
		// func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes
		{Recv: "Engine", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
		// func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes
		{Recv: "RouterGroup", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	},
	Types: []Type{
		{Name: "Context", Is: IsContext},
		{Name: "Engine", Is: IsRouter},
		{Name: "RouterGroup", Is: IsRouter},
		{Name: "IRouter", Is: IsRouter},
		{Name: "IRoutes", Is: IsRouter},
		{Name: "Params", Is: IsParams},
	},
}
