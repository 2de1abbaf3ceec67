package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// fasthttp keeps the path's parameters and the values that middleware sets in
// one store: what nothing has set under a key of the path is its parameter.
var fasthttp = &Framework{
	Name: "fasthttp/router", Module: "github.com/fasthttp/router", Oldest: "v1.5.4", Newest: "v1.5.4",
	Pkgs: []string{"github.com/fasthttp/router", "github.com/valyala/fasthttp"},
	Funcs: slices.Concat(each([]string{"Router", "Group"}, func(recv string) []Func {
		return append(verbs(recv, upper, Func{Handlers: model.Arg(1)}), []Func{
			// func (r *Router) Handle(method, path string, handler fasthttp.RequestHandler)
			{Recv: recv, Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
			// func (r *Router) ANY(path string, handler fasthttp.RequestHandler)
			{Recv: recv, Name: "ANY", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func (r *Router) Group(path string) *Group
			{Recv: recv, Name: "Group", Does: Groups, Path: model.Arg(0)},
		}...)
	}), []Func{
		// func (ctx *RequestCtx) UserValue(key any) any
		{Pkg: "github.com/valyala/fasthttp", Recv: "RequestCtx", Name: "UserValue", Does: GetsValue, Key: model.Arg(0), Shared: true},
		// func (ctx *RequestCtx) SetUserValue(key any, value any)
		{Pkg: "github.com/valyala/fasthttp", Recv: "RequestCtx", Name: "SetUserValue", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
	}, methods(Func{Pkg: "github.com/valyala/fasthttp", Recv: "RequestCtx", Does: Responds}, "Error", "SetStatusCode", "SetBodyString", "SetBody", "WriteString")),
	Types: []Type{
		{Pkg: "github.com/valyala/fasthttp", Name: "RequestCtx", Is: IsContext},
		{Name: "Router", Is: IsRouter},
		{Name: "Group", Is: IsRouter},
	},
}
