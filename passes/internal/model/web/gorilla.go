package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// gorilla: Use holds for the whole router, whenever routes are added; a
// subrouter has the middleware of its parents. A route is built by a chain of
// calls, of which any may come last.
var gorilla = &Framework{
	Name: "gorilla/mux", Module: "github.com/gorilla/mux", Oldest: "v1.6.2", Newest: "v1.8.1",
	Pkgs: []string{"github.com/gorilla/mux"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat([]Func{
			// func Vars(r *http.Request) map[string]string
			{Name: "Vars", Does: PathParameter},
			// func (r *Router) HandleFunc(path string, f func(http.ResponseWriter, *http.Request)) *Route
			{Recv: "Router", Name: "HandleFunc", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func (r *Router) Handle(path string, handler http.Handler) *Route
			{Recv: "Router", Name: "Handle", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func (r *Route) HandlerFunc(f func(http.ResponseWriter, *http.Request)) *Route
			{Recv: "Route", Name: "HandlerFunc", Does: Registers, Handlers: model.Arg(0)},
			// func (r *Route) Handler(handler http.Handler) *Route
			{Recv: "Route", Name: "Handler", Does: Registers, Handlers: model.Arg(0)},
			// func (r *Router) NewRoute() *Route
			{Recv: "Router", Name: "NewRoute", Does: Groups},
			// func (r *Route) Subrouter() *Router
			{Recv: "Route", Name: "Subrouter", Does: Groups},
			// func (r *Router) Use(mwf ...MiddlewareFunc)
			{Recv: "Router", Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
			// func (mw MiddlewareFunc) Middleware(handler http.Handler) http.Handler
			{Recv: "MiddlewareFunc", Name: "Middleware", Does: Converts, Handlers: model.Arg(0)},
		}, each([]string{"Router", "Route"}, func(recv string) []Func {
			return []Func{
				// func (r *Router) PathPrefix(tpl string) *Route
				{Recv: recv, Name: "PathPrefix", Does: Groups, Path: model.Arg(0)},
				// func (r *Router) Path(tpl string) *Route
				{Recv: recv, Name: "Path", Does: Groups, Path: model.Arg(0)},
				// func (r *Router) Methods(methods ...string) *Route
				{Recv: recv, Name: "Methods", Does: Groups, Method: model.Arg(0)},
			}
		}))
	},
	Types: []Type{{Name: "Router", Is: IsRouter}, {Name: "Route", Is: IsRouter}},
}
