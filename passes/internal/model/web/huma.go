package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// huma fills the input struct of a handler by its tags.
var huma = &Framework{
	Name: "huma v2", Module: "github.com/danielgtaylor/huma/v2", Oldest: "v2.18.0", Newest: "v2.39.0",
	Pkgs: []string{"github.com/danielgtaylor/huma/v2"},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat([]Func{
			// func Register[I, O any](api API, op Operation, handler func(context.Context, *I) (*O, error))
			{Name: "Register", Does: Registers, Middleware: model.Arg(1), Handlers: model.Arg(2)},
			// func (API) UseMiddleware(middlewares ...func(ctx Context, next func(Context)))
			{Recv: "API", Name: "UseMiddleware", Does: Attaches, Middleware: model.Arg(0)},
			// func (g *Group) UseMiddleware(middlewares ...func(ctx Context, next func(Context)))
			{Recv: "Group", Name: "UseMiddleware", Does: Attaches, Middleware: model.Arg(0)},
			// func WithValue(ctx Context, key, value any) Context
			{Name: "WithValue", Does: SetsValue, Key: model.Arg(1), Value: model.Arg(2)},
			// func (Context) Param(name string) string
			{Recv: "Context", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
			// func (Context) Query(name string) string
			{Recv: "Context", Name: "Query", Does: QueryParameter, Key: model.Arg(0)},
			// func (Context) Header(name string) string
			{Recv: "Context", Name: "Header", Does: HeaderParameter, Key: model.Arg(0)},
			// func (Context) SetStatus(code int)
			{Recv: "Context", Name: "SetStatus", Does: Responds},
			// func WriteErr(api API, ctx Context, status int, msg string, errs ...error) error
			{Name: "WriteErr", Does: Responds},
		},
			// func Get[I, O any](api API, path string, handler func(context.Context, *I) (*O, error), operationHandlers ...func(o *Operation))
			verbs("", names("Get", "Post", "Put", "Patch", "Delete", "Head"), Func{Path: model.Arg(1), Handlers: model.Arg(2), Middleware: model.Arg(3)}))
	},
	Types:   []Type{{Name: "Context", Is: IsContext}, {Name: "API", Is: IsRouter}, {Name: "Group", Is: IsRouter}},
	PathTag: "path",
}
