package web

import "github.com/jwtvet/jwtvet/passes/internal/model"

// gorilla: Use holds for the whole router, whenever routes are added; a
// subrouter has the middleware of its parents.
var gorilla = &Framework{
	Name: "gorilla/mux", Module: "github.com/gorilla/mux", Oldest: "v1.7.0", Newest: "v1.8.1",
	Pkgs: []string{"github.com/gorilla/mux"},
	Funcs: []Func{
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
		// func (r *Router) PathPrefix(tpl string) *Route
		{Recv: "Router", Name: "PathPrefix", Does: Groups, Path: model.Arg(0)},
		// func (r *Router) Path(tpl string) *Route
		{Recv: "Router", Name: "Path", Does: Groups, Path: model.Arg(0)},
		// func (r *Route) PathPrefix(tpl string) *Route
		{Recv: "Route", Name: "PathPrefix", Does: Groups, Path: model.Arg(0)},
		// func (r *Route) Path(tpl string) *Route
		{Recv: "Route", Name: "Path", Does: Groups, Path: model.Arg(0)},
		// func (r *Route) Subrouter() *Router
		{Recv: "Route", Name: "Subrouter", Does: Groups},
		// func (r *Router) Use(mwf ...MiddlewareFunc)
		{Recv: "Router", Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
	},
	Types: []Type{{Name: "Router", Is: IsRouter}, {Name: "Route", Is: IsRouter}},
}
