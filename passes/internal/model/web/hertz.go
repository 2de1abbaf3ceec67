package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const (
	hertzRoute    = "github.com/cloudwego/hertz/pkg/route"
	hertzServer   = "github.com/cloudwego/hertz/pkg/app/server"
	hertzProtocol = "github.com/cloudwego/hertz/pkg/protocol"
)

// hertz works like gin, with a context.Context beside its own.
var hertz = &Framework{
	Name: "hertz", Module: "github.com/cloudwego/hertz", Oldest: "v0.3.1", Newest: "v0.10.4",
	GoesOn: true,
	Pkgs:   []string{"github.com/cloudwego/hertz/pkg/app", hertzRoute, hertzServer, hertzProtocol},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(hertzContext(), each([]string{"RouterGroup", "IRoutes"}, hertzRoutes), []Func{
			// func (group *RouterGroup) Group(relativePath string, handlers ...app.HandlerFunc) *RouterGroup
			{Pkg: hertzRoute, Recv: "RouterGroup", Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
			// func (IRouter) Group(string, ...app.HandlerFunc) *RouterGroup
			{Pkg: hertzRoute, Recv: "IRouter", Name: "Group", Does: Groups, Path: model.Arg(0), Middleware: model.Arg(1)},
			// func (engine *Engine) Use(middleware ...app.HandlerFunc) IRoutes
			{Pkg: hertzRoute, Recv: "Engine", Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
			// func (group *RouterGroup) AnyEX(relativePath string, handler app.HandlerFunc, handlerName string) IRoutes
			{Pkg: hertzRoute, Recv: "RouterGroup", Name: "AnyEX", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func (group *RouterGroup) HandleEX(httpMethod, relativePath string, handler app.HandlerFunc, handlerName string) IRoutes
			{Pkg: hertzRoute, Recv: "RouterGroup", Name: "HandleEX", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
		},
			// func (group *RouterGroup) GETEX(relativePath string, handler app.HandlerFunc, handlerName string) IRoutes
			verbs("RouterGroup", map[string]string{"GETEX": "GET", "POSTEX": "POST", "PUTEX": "PUT", "DELETEEX": "DELETE", "HEADEX": "HEAD"},
				Func{Pkg: hertzRoute, Handlers: model.Arg(1)}))
	},
	Types: []Type{
		{Name: "RequestContext", Is: IsContext},
		{Pkg: hertzRoute, Name: "RouterGroup", Is: IsRouter},
		{Pkg: hertzRoute, Name: "Engine", Is: IsRouter},
		{Pkg: hertzRoute, Name: "IRouter", Is: IsRouter},
		{Pkg: hertzRoute, Name: "IRoutes", Is: IsRouter},
		{Pkg: hertzServer, Name: "Hertz", Is: IsRouter},
	},
}

func hertzContext() []Func {
	return slices.Concat([]Func{
		// func (ctx *RequestContext) Param(key string) string
		{Recv: "RequestContext", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) Set(key string, value interface{})
		{Recv: "RequestContext", Name: "Set", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (ctx *RequestContext) Next(c context.Context)
		{Recv: "RequestContext", Name: "Next", Does: Passes},
		// func (ctx *RequestContext) GetHeader(key string) []byte
		{Recv: "RequestContext", Name: "GetHeader", Does: HeaderParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) SetCookie(name, value string, maxAge int, path, domain string, sameSite protocol.CookieSameSite, secure, httpOnly bool)
		{Recv: "RequestContext", Name: "SetCookie", Does: SetsCookie, Key: model.Arg(0), Value: model.Arg(1), MaxAge: model.Arg(2),
			SameSite: model.Arg(5), Secure: model.Arg(6), HTTPOnly: model.Arg(7)},
		// func (ctx *RequestContext) Cookie(key string) []byte
		{Recv: "RequestContext", Name: "Cookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (h *RequestHeader) Get(key string) string
		{Pkg: hertzProtocol, Recv: "RequestHeader", Name: "Get", Does: HeaderParameter, Key: model.Arg(0)},
		// func (h *RequestHeader) Peek(key string) []byte
		{Pkg: hertzProtocol, Recv: "RequestHeader", Name: "Peek", Does: HeaderParameter, Key: model.Arg(0)},
		// func (h *RequestHeader) Cookie(key string) []byte
		{Pkg: hertzProtocol, Recv: "RequestHeader", Name: "Cookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (ctx *RequestContext) QueryArgs() *protocol.Args
		{Recv: "RequestContext", Name: "QueryArgs", Does: QueryParameter},
		// func (ctx *RequestContext) PostArgs() *protocol.Args
		{Recv: "RequestContext", Name: "PostArgs", Does: BodyParameter},
	},
		// func (ctx *RequestContext) BindPath(obj interface{}) error
		methods(Func{Recv: "RequestContext", Does: Binds, Into: model.Arg(0), Tag: "path"}, "BindPath", "Bind", "BindAndValidate"),
		// func (ctx *RequestContext) BindQuery(obj interface{}) error
		methods(Func{Recv: "RequestContext", Does: QueryParameter, Into: model.Arg(0)}, "BindQuery"),
		// func (ctx *RequestContext) BindJSON(obj interface{}) error
		methods(Func{Recv: "RequestContext", Does: BodyParameter, Into: model.Arg(0)}, "BindJSON", "BindForm", "BindByContentType", "BindProtobuf"),
		// func (ctx *RequestContext) Query(key string) string
		methods(Func{Recv: "RequestContext", Does: QueryParameter, Key: model.Arg(0)}, "Query", "DefaultQuery", "GetQuery"),
		// func (ctx *RequestContext) PostForm(key string) string
		methods(Func{Recv: "RequestContext", Does: BodyParameter, Key: model.Arg(0)},
			"PostForm", "PostFormArray", "DefaultPostForm", "GetPostForm", "GetPostFormArray", "FormValue"),
		// func (ctx *RequestContext) Get(key string) (value interface{}, exists bool)
		// func (ctx *RequestContext) GetString(key string) (s string)
		methods(Func{Recv: "RequestContext", Does: GetsValue, Key: model.Arg(0)}, append([]string{"MustGet", "Value"},
			with("Get", "", "String", "Bool", "Int", "Int32", "Int64", "Uint", "Uint32", "Uint64", "Float32", "Float64", "Time", "Duration",
				"StringSlice", "StringMap", "StringMapString", "StringMapStringSlice")...)...),
		// func (ctx *RequestContext) Abort()
		// func (ctx *RequestContext) AbortWithStatusJSON(code int, jsonObj interface{})
		methods(Func{Recv: "RequestContext", Does: Aborts}, with("Abort", "", "WithStatus", "WithStatusJSON", "WithError", "WithMsg")...),
		// func (ctx *RequestContext) JSON(code int, obj interface{})
		methods(Func{Recv: "RequestContext", Does: Responds}, "JSON", "PureJSON", "IndentedJSON", "XML", "ProtoBuf", "HTML", "String", "Data",
			"Render", "Redirect", "Status", "SetStatusCode", "NotFound", "Write", "WriteString", "SetBodyString"))
}

func hertzRoutes(recv string) []Func {
	// func (group *RouterGroup) GET(relativePath string, handlers ...app.HandlerFunc) IRoutes
	return append(verbs(recv, upper(), Func{Pkg: hertzRoute, Handlers: model.Arg(1), Chain: true}), []Func{
		// func (group *RouterGroup) Any(relativePath string, handlers ...app.HandlerFunc) IRoutes
		{Pkg: hertzRoute, Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Chain: true},
		// func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...app.HandlerFunc) IRoutes
		{Pkg: hertzRoute, Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2), Chain: true},
		// func (group *RouterGroup) Use(middleware ...app.HandlerFunc) IRoutes
		{Pkg: hertzRoute, Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
	}...)
}
