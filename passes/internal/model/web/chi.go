package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var (
	chi5 = chi("chi v5", "github.com/go-chi/chi/v5", "v5.0.0", "v5.5.0", "Query")
	chi1 = chi("chi", "github.com/go-chi/chi", "v1.5.1", "v1.5.5")
)

// chi: Use stands before the routes of its router, Group and Route give a
// function a router below, With returns one.
func chi(name, path, oldest, newest string, verbs ...string) *Framework {
	return &Framework{
		Name: name, Module: path, Oldest: oldest, Newest: newest, Pkgs: []string{path},
		Fill: func(f *Framework) {
			f.Funcs = slices.Concat([]Func{
				// func URLParam(r *http.Request, key string) string
				{Name: "URLParam", Does: PathParameter, Key: model.Arg(1)},
				// func URLParamFromCtx(ctx context.Context, key string) string
				{Name: "URLParamFromCtx", Does: PathParameter, Key: model.Arg(1)},
				// func (x *Context) URLParam(key string) string
				{Recv: "Context", Name: "URLParam", Does: PathParameter, Key: model.Arg(0)},
				// func (mws Middlewares) Handler(h http.Handler) http.Handler
				{Recv: "Middlewares", Name: "Handler", Does: Converts, Handlers: model.Arg(0)},
				// func (mws Middlewares) HandlerFunc(h http.HandlerFunc) http.Handler
				{Recv: "Middlewares", Name: "HandlerFunc", Does: Converts, Handlers: model.Arg(0)},
			}, each([]string{"Mux", "Router"}, func(recv string) []Func { return chiRows(recv, verbs) }))
			f.Types = []Type{{Name: "Mux", Is: IsRouter}, {Name: "Router", Is: IsRouter}}
		},
	}
}

func chiRows(recv string, extra []string) []Func {
	known := more(title(), "Connect", "Trace")
	// func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc)
	return append(verbs(recv, more(known, extra...), Func{Handlers: model.Arg(1)}), []Func{
		// func (mx *Mux) Handle(pattern string, handler http.Handler)
		{Recv: recv, Name: "Handle", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (mx *Mux) HandleFunc(pattern string, handlerFn http.HandlerFunc)
		{Recv: recv, Name: "HandleFunc", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (mx *Mux) Method(method, pattern string, handler http.Handler)
		{Recv: recv, Name: "Method", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
		// func (mx *Mux) MethodFunc(method, pattern string, handlerFn http.HandlerFunc)
		{Recv: recv, Name: "MethodFunc", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
		// func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler)
		{Recv: recv, Name: "Use", Does: Attaches, Middleware: model.Arg(0)},
		// func (mx *Mux) With(middlewares ...func(http.Handler) http.Handler) Router
		{Recv: recv, Name: "With", Does: Groups, Middleware: model.Arg(0)},
		// func (mx *Mux) Group(fn func(r Router)) Router
		{Recv: recv, Name: "Group", Does: Groups, Within: model.Arg(0)},
		// func (mx *Mux) Route(pattern string, fn func(r Router)) Router
		{Recv: recv, Name: "Route", Does: Groups, Path: model.Arg(0), Within: model.Arg(1)},
		// func (mx *Mux) Mount(pattern string, handler http.Handler)
		{Recv: recv, Name: "Mount", Does: Mounts, Path: model.Arg(0), Handlers: model.Arg(1)},
	}...)
}
