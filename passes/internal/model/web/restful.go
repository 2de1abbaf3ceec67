package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// go-restful: a route is built by a chain of calls that ends in Route.
var restful = &Framework{
	Name: "go-restful v3", Module: "github.com/emicklei/go-restful/v3", Oldest: "v3.8.0", Newest: "v3.14.0",
	Pkgs: []string{"github.com/emicklei/go-restful/v3"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(restfulRequest(), restfulRoutes(),
			// func (r *Response) WriteEntity(value interface{}) error
			// func (r *Response) WriteErrorString(httpStatus int, errorReason string) error
			methods(Func{Recv: "Response", Does: Responds}, with("Write", "", "Entity", "HeaderAndEntity", "AsJson", "Json", "HeaderAndJson",
				"AsXml", "HeaderAndXml", "Error", "ServiceError", "ErrorString", "Header")...))
	},
	Types: []Type{
		{Name: "Request", Is: IsRequest},
		{Name: "Response", Is: IsResponse},
		{Name: "WebService", Is: IsRouter},
		{Name: "RouteBuilder", Is: IsRouter},
		{Name: "Container", Is: IsRouter},
	},
}

func restfulRequest() []Func {
	return []Func{
		// func (r *Request) PathParameter(name string) string
		{Recv: "Request", Name: "PathParameter", Does: PathParameter, Key: model.Arg(0)},
		// func (r *Request) PathParameters() map[string]string
		{Recv: "Request", Name: "PathParameters", Does: PathParameter},
		// func (r *Request) QueryParameter(name string) string
		{Recv: "Request", Name: "QueryParameter", Does: QueryParameter, Key: model.Arg(0)},
		// func (r *Request) QueryParameters(name string) []string
		{Recv: "Request", Name: "QueryParameters", Does: QueryParameter, Key: model.Arg(0)},
		// func (r *Request) HeaderParameter(name string) string
		{Recv: "Request", Name: "HeaderParameter", Does: HeaderParameter, Key: model.Arg(0)},
		// func (r *Request) BodyParameter(name string) (string, error)
		{Recv: "Request", Name: "BodyParameter", Does: BodyParameter, Key: model.Arg(0)},
		// func (r *Request) ReadEntity(entityPointer interface{}) (err error)
		{Recv: "Request", Name: "ReadEntity", Does: BodyParameter, Into: model.Arg(0)},
		// func (r *Request) SetAttribute(name string, value interface{})
		{Recv: "Request", Name: "SetAttribute", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
		// func (r *Request) Attribute(name string) interface{}
		{Recv: "Request", Name: "Attribute", Does: GetsValue, Key: model.Arg(0)},
		// func (f *FilterChain) ProcessFilter(request *Request, response *Response)
		{Recv: "FilterChain", Name: "ProcessFilter", Does: Passes},
	}
}

func restfulRoutes() []Func {
	// func (w *WebService) GET(subPath string) *RouteBuilder
	out := verbs("WebService", upper(), Func{})
	for i := range out {
		out[i].Does = Groups // They begin a route; To gives it its handler.
	}
	return append(out, []Func{
		// func (w *WebService) Method(httpMethod string) *RouteBuilder
		{Recv: "WebService", Name: "Method", Does: Groups, Method: model.Arg(0)},
		// func (w *WebService) Path(root string) *WebService
		{Recv: "WebService", Name: "Path", Does: Groups, Path: model.Arg(0)},
		// func (b *RouteBuilder) Method(method string) *RouteBuilder
		{Recv: "RouteBuilder", Name: "Method", Does: Groups, Method: model.Arg(0)},
		// func (b *RouteBuilder) Path(subPath string) *RouteBuilder
		{Recv: "RouteBuilder", Name: "Path", Does: Groups, Path: model.Arg(0)},
		// func (b *RouteBuilder) To(function RouteFunction) *RouteBuilder
		{Recv: "RouteBuilder", Name: "To", Does: Registers, Handlers: model.Arg(0)},
		// func (b *RouteBuilder) Filter(filter FilterFunction) *RouteBuilder
		{Recv: "RouteBuilder", Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func (w *WebService) Filter(filter FilterFunction) *WebService
		{Recv: "WebService", Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func (c *Container) Filter(filter FilterFunction)
		{Recv: "Container", Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func (c *Container) Add(service *WebService) *Container
		{Recv: "Container", Name: "Add", Does: Mounts, Handlers: model.Arg(0)},
		// func (c *Container) Handle(pattern string, handler http.Handler)
		{Recv: "Container", Name: "Handle", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (c *Container) HandleWithFilter(pattern string, handler http.Handler)
		{Recv: "Container", Name: "HandleWithFilter", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func Add(service *WebService)
		{Name: "Add", Does: Mounts, Handlers: model.Arg(0)},
		// func Filter(filter FilterFunction)
		{Name: "Filter", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func HttpMiddlewareHandlerToFilter(middleware HttpMiddlewareHandler) FilterFunction
		{Name: "HttpMiddlewareHandlerToFilter", Does: Converts, Handlers: model.Arg(0)},
	}...)
}
