package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// gin: handlers and middleware are one kind of function; the last of a chain
// is the handler. Use holds for routes registered afterwards. Middleware that
// does not abort goes on to the handler.
var gin = &Framework{
	Name: "gin", Module: "github.com/gin-gonic/gin", Oldest: "v1.6.3", Newest: "v1.12.0",
	GoesOn: true,
	Pkgs:   []string{"github.com/gin-gonic/gin"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(ginContext(), ginBinding(), ginAnswers(), each([]string{"RouterGroup", "IRoutes"}, ginRoutes), []Func{
			// func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup
			{Recv: "RouterGroup", Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
			// func (IRouter) Group(string, ...HandlerFunc) *RouterGroup
			{Recv: "IRouter", Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
			// func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes
			{Recv: "Engine", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
			// func WrapF(f http.HandlerFunc) HandlerFunc
			{Name: "WrapF", Does: Converts, Handlers: model.Arg(0)},
			// func WrapH(h http.Handler) HandlerFunc
			{Name: "WrapH", Does: Converts, Handlers: model.Arg(0)},
		})
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

func ginContext() []Func {
	return slices.Concat([]Func{
		// func (c *Context) Param(key string) string
		{Recv: "Context", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (ps Params) ByName(name string) (va string)
		{Recv: "Params", Name: "ByName", Does: PathParameter, Key: model.Arg(0)},
		// func (ps Params) Get(name string) (string, bool)
		{Recv: "Params", Name: "Get", Does: PathParameter, Key: model.Arg(0)},
		// func (c *Context) Set(key any, value any)
		{Recv: "Context", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (c *Context) Value(key any) any
		{Recv: "Context", Name: "Value", Does: GetsValue, Key: model.Arg(0)},
		// func (c *Context) MustGet(key any) any
		{Recv: "Context", Name: "MustGet", Does: GetsValue, Key: model.Arg(0)},
		// func (c *Context) Next()
		{Recv: "Context", Name: "Next", Does: Passes},
	},
		// func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool)
		[]Func{{Recv: "Context", Name: "SetCookie", Does: SetsCookie, Key: model.Arg(0), Value: model.Arg(1), MaxAge: model.Arg(2),
			Secure: model.Arg(5), HTTPOnly: model.Arg(6)}},
		// func (c *Context) SetSameSite(samesite http.SameSite)
		[]Func{{Recv: "Context", Name: "SetSameSite", Does: SetsSameSite, SameSite: model.Arg(0)}},
		// func (c *Context) SetCookieData(cookie *http.Cookie)
		[]Func{{Recv: "Context", Name: "SetCookieData", Does: SetsCookie, Cookie: model.Arg(0)}},
		// func (c *Context) GetHeader(key string) string
		methods(Func{Recv: "Context", Does: HeaderParameter, Key: model.Arg(0)}, "GetHeader"),
		// func (c *Context) Cookie(name string) (string, error)
		methods(Func{Recv: "Context", Does: CookieParameter, Key: model.Arg(0)}, "Cookie"),
		// func (c *Context) Query(key string) (value string)
		methods(Func{Recv: "Context", Does: QueryParameter, Key: model.Arg(0)},
			"Query", "DefaultQuery", "GetQuery", "QueryArray", "GetQueryArray", "QueryMap", "GetQueryMap"),
		// func (c *Context) PostForm(key string) (value string)
		methods(Func{Recv: "Context", Does: BodyParameter, Key: model.Arg(0)},
			"PostForm", "DefaultPostForm", "GetPostForm", "PostFormArray", "GetPostFormArray", "PostFormMap", "GetPostFormMap"),
		// func (c *Context) Get(key any) (value any, exists bool)
		// func (c *Context) GetString(key any) string
		methods(Func{Recv: "Context", Does: GetsValue, Key: model.Arg(0)}, with("Get", "", "String", "Bool", "Int", "Int8", "Int16",
			"Int32", "Int64", "Uint", "Uint8", "Uint16", "Uint32", "Uint64", "Float32", "Float64", "Time", "Duration",
			"StringSlice", "IntSlice", "Int64Slice", "UintSlice", "Uint64Slice", "StringMap", "StringMapString", "StringMapStringSlice")...))
}

func ginBinding() []Func {
	return slices.Concat(
		// func (c *Context) ShouldBindUri(obj any) error
		methods(Func{Recv: "Context", Does: Binds, Into: model.Arg(0), Tag: "uri"}, "ShouldBindUri", "BindUri"),
		// func (c *Context) ShouldBindQuery(obj any) error
		methods(Func{Recv: "Context", Does: QueryParameter, Into: model.Arg(0)}, "ShouldBindQuery", "BindQuery"),
		// func (c *Context) ShouldBindJSON(obj any) error
		// func (c *Context) ShouldBindWith(obj any, b binding.Binding) error
		methods(Func{Recv: "Context", Does: BodyParameter, Into: model.Arg(0)}, slices.Concat(
			with("ShouldBind", "", "JSON", "XML", "YAML", "TOML", "With", "BodyWith", "BodyWithJSON", "BodyWithXML", "BodyWithYAML", "BodyWithTOML"),
			with("Bind", "", "JSON", "XML", "YAML", "TOML"), []string{"MustBindWith"})...))
}

func ginAnswers() []Func {
	return slices.Concat(
		// func (c *Context) Abort()
		// func (c *Context) AbortWithStatusJSON(code int, jsonObj any)
		methods(Func{Recv: "Context", Does: Aborts}, with("Abort", "", "WithStatus", "WithStatusJSON", "WithStatusPureJSON", "WithError")...),
		// func (c *Context) JSON(code int, obj any)
		methods(Func{Recv: "Context", Does: Responds}, "JSON", "IndentedJSON", "SecureJSON", "JSONP", "AsciiJSON", "PureJSON",
			"XML", "YAML", "TOML", "ProtoBuf", "HTML", "String", "Data", "DataFromReader", "Render", "Redirect", "Negotiate", "SSEvent", "Status"))
}

func ginRoutes(recv string) []Func {
	// func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes
	return append(verbs(recv, upper(), Func{Handlers: model.Arg(1), Chain: true}), []Func{
		// func (group *RouterGroup) Any(relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (group *RouterGroup) Match(methods []string, relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Match", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true, Since: "v1.9.0"},
		// func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes
		{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	}...)
}
