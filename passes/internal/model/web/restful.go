package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// go-restful: a route is built by a chain of calls that ends in Route.
var restful = &Framework{
	Name: "go-restful v3", Module: "github.com/emicklei/go-restful/v3", Oldest: "v3.14.0", Newest: "v3.14.0",
	Pkgs: []string{"github.com/emicklei/go-restful/v3"},
	Funcs: slices.Concat([]Func{
		// func (r *Request) PathParameter(name string) string
		{Recv: "Request", Name: "PathParameter", Does: PathParameter, Key: model.Arg(0)},
		// func (r *Request) PathParameters() map[string]string
		{Recv: "Request", Name: "PathParameters", Does: PathParameter},
		// func (r *Request) QueryParameter(name string) string
		{Recv: "Request", Name: "QueryParameter", Does: QueryParameter, Key: model.Arg(0)},
		// func (r *Request) SetAttribute(name string, value interface{})
		{Recv: "Request", Name: "SetAttribute", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (r *Request) Attribute(name string) interface{}
		{Recv: "Request", Name: "Attribute", Does: GetsValue, Key: model.Arg(0)},
		// func (f *FilterChain) ProcessFilter(request *Request, response *Response)
		{Recv: "FilterChain", Name: "ProcessFilter", Does: Passes},
		// func (b *RouteBuilder) To(function RouteFunction) *RouteBuilder
		{Recv: "RouteBuilder", Name: "To", Does: Registers, Handlers: model.Arg(0)},
		// func (b *RouteBuilder) Filter(filter FilterFunction) *RouteBuilder
		{Recv: "RouteBuilder", Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func (w *WebService) Filter(filter FilterFunction) *WebService
		{Recv: "WebService", Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func (w *WebService) Path(root string) *WebService
		{Recv: "WebService", Name: "Path", Does: Groups, Path: model.Arg(0)},
		// func (c *Container) Filter(filter FilterFunction)
		{Recv: "Container", Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func (c *Container) Add(service *WebService) *Container
		{Recv: "Container", Name: "Add", Does: Mounts, Handlers: model.Arg(0)},
	}, restfulVerbs()),
	Types: []Type{
		{Name: "Request", Is: IsRequest},
		{Name: "Response", Is: IsResponse},
		{Name: "WebService", Is: IsRouter},
		{Name: "RouteBuilder", Is: IsRouter},
		{Name: "Container", Is: IsRouter},
	},
}

// restfulVerbs begin a route; its method and path are theirs.
func restfulVerbs() []Func {
	var out []Func
	for _, row := range verbs("WebService", upper, Func{}) {
		row.Does = Groups
		out = append(out, row)
	}
	return out
}
