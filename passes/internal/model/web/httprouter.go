package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// httprouter has no middleware; handlers are wrapped.
var httprouter = &Framework{
	Name: "httprouter", Module: "github.com/julienschmidt/httprouter", Oldest: "v1.2.0", Newest: "v1.3.0",
	Pkgs: []string{"github.com/julienschmidt/httprouter"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat([]Func{
			// func (ps Params) ByName(name string) string
			{Recv: "Params", Name: "ByName", Does: PathParameter, Key: model.Arg(0)},
			// func ParamsFromContext(ctx context.Context) Params
			{Name: "ParamsFromContext", Does: PathParameter},
			// func (r *Router) Handle(method, path string, handle Handle)
			{Recv: "Router", Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
			// func (r *Router) Handler(method, path string, handler http.Handler)
			{Recv: "Router", Name: "Handler", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
			// func (r *Router) HandlerFunc(method, path string, handler http.HandlerFunc)
			{Recv: "Router", Name: "HandlerFunc", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
		},
			// func (r *Router) GET(path string, handle Handle)
			verbs("Router", upper(), Func{Handlers: model.Arg(1)}))
	},
	Types: []Type{{Name: "Router", Is: IsRouter}, {Name: "Params", Is: IsParams}},
}
