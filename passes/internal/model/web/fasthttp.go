package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const valyala = "github.com/valyala/fasthttp"

// fasthttp keeps the path's parameters and the values that middleware sets in
// one store: what nothing has set under a key of the path is its parameter.
var fasthttp = &Framework{
	Name: "fasthttp/router", Module: "github.com/fasthttp/router", Oldest: "v1.4.0", Newest: "v1.5.4",
	Pkgs: []string{"github.com/fasthttp/router", valyala},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(each([]string{"Router", "Group"}, fasthttpRoutes), fasthttpContext())
	},
	Types: []Type{
		{Pkg: valyala, Name: "RequestCtx", Is: IsContext},
		{Name: "Router", Is: IsRouter},
		{Name: "Group", Is: IsRouter},
	},
}

func fasthttpRoutes(recv string) []Func {
	// func (r *Router) GET(path string, handler fasthttp.RequestHandler)
	return append(verbs(recv, more(upper(), "CONNECT", "TRACE"), Func{Handlers: model.Arg(1)}), []Func{
		// func (r *Router) ANY(path string, handler fasthttp.RequestHandler)
		{Recv: recv, Name: "ANY", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (r *Router) Handle(method, path string, handler fasthttp.RequestHandler)
		{Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
		// func (r *Router) Group(path string) *Group
		{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0)},
	}...)
}

func fasthttpContext() []Func {
	return slices.Concat([]Func{
		// func (ctx *RequestCtx) UserValue(key any) any
		{Pkg: valyala, Recv: "RequestCtx", Name: "UserValue", Does: GetsValue, Key: model.Arg(0), Shared: true},
		// func (ctx *RequestCtx) UserValueBytes(key []byte) any
		{Pkg: valyala, Recv: "RequestCtx", Name: "UserValueBytes", Does: GetsValue, Key: model.Arg(0), Shared: true},
		// func (ctx *RequestCtx) Value(key any) any
		{Pkg: valyala, Recv: "RequestCtx", Name: "Value", Does: GetsValue, Key: model.Arg(0), Shared: true},
		// func (ctx *RequestCtx) SetUserValue(key any, value any)
		{Pkg: valyala, Recv: "RequestCtx", Name: "SetUserValue", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (ctx *RequestCtx) SetUserValueBytes(key []byte, value any)
		{Pkg: valyala, Recv: "RequestCtx", Name: "SetUserValueBytes", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (h *RequestHeader) Peek(key string) []byte
		{Pkg: valyala, Recv: "RequestHeader", Name: "Peek", Does: HeaderParameter, Key: model.Arg(0)},
		// func (h *RequestHeader) Cookie(key string) []byte
		{Pkg: valyala, Recv: "RequestHeader", Name: "Cookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (ctx *RequestCtx) QueryArgs() *Args
		{Pkg: valyala, Recv: "RequestCtx", Name: "QueryArgs", Does: QueryParameter},
		// func (ctx *RequestCtx) PostArgs() *Args
		{Pkg: valyala, Recv: "RequestCtx", Name: "PostArgs", Does: BodyParameter},
		// func (ctx *RequestCtx) PostBody() []byte
		{Pkg: valyala, Recv: "RequestCtx", Name: "PostBody", Does: BodyParameter},
		// func (ctx *RequestCtx) FormValue(key string) []byte
		{Pkg: valyala, Recv: "RequestCtx", Name: "FormValue", Does: BodyParameter, Key: model.Arg(0)},
	},
		// func (ctx *RequestCtx) Error(msg string, statusCode int)
		methods(Func{Pkg: valyala, Recv: "RequestCtx", Does: Responds}, "Error", "NotFound", "Redirect", "SetStatusCode",
			"SetBodyString", "SetBody", "Write", "WriteString", "Success", "SuccessString"))
}
