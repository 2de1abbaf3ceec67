package web

import "github.com/jwtvet/jwtvet/passes/internal/model"

// go-zero: routes are lists of structs; WithJwt puts every claim of the token
// into the request's context under the claim's name.
var goZero = &Framework{
	Name: "go-zero", Module: "github.com/zeromicro/go-zero", Oldest: "v1.10.3", Newest: "v1.10.3",
	Pkgs: []string{"github.com/zeromicro/go-zero/rest", "github.com/zeromicro/go-zero/rest/httpx", "github.com/zeromicro/go-zero/rest/pathvar"},
	Funcs: []Func{
		// func Parse(r *http.Request, v any) error
		{Pkg: "github.com/zeromicro/go-zero/rest/httpx", Name: "Parse", Does: Binds, Into: model.Arg(1), Tag: "path"},
		// func ParsePath(r *http.Request, v any) error
		{Pkg: "github.com/zeromicro/go-zero/rest/httpx", Name: "ParsePath", Does: Binds, Into: model.Arg(1), Tag: "path"},
		// func Vars(r *http.Request) map[string]string
		{Pkg: "github.com/zeromicro/go-zero/rest/pathvar", Name: "Vars", Does: PathParameter},
		// func (s *Server) AddRoutes(rs []Route, opts ...RouteOption)
		{Recv: "Server", Name: "AddRoutes", Does: Registers, Handlers: model.Arg(0), Middleware: model.Arg(1)},
		// func (s *Server) AddRoute(r Route, opts ...RouteOption)
		{Recv: "Server", Name: "AddRoute", Does: Registers, Handlers: model.Arg(0), Middleware: model.Arg(1)},
		// func WithMiddlewares(ms []Middleware, rs ...Route) []Route
		{Name: "WithMiddlewares", Does: Converts, Handlers: model.Arg(1), Middleware: model.Arg(0)},
		// func WithMiddleware(middleware Middleware, rs ...Route) []Route
		{Name: "WithMiddleware", Does: Converts, Handlers: model.Arg(1), Middleware: model.Arg(0)},
		// func WithJwt(secret string) RouteOption
		{Name: "WithJwt", Does: VerifiesToken},
		// func WithJwtTransition(secret, prevSecret string) RouteOption
		{Name: "WithJwtTransition", Does: VerifiesToken},
		// func (s *Server) Use(middleware Middleware)
		{Recv: "Server", Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		// func OkJson(w http.ResponseWriter, v any)
		{Pkg: "github.com/zeromicro/go-zero/rest/httpx", Name: "OkJson", Does: Responds},
		// func OkJsonCtx(ctx context.Context, w http.ResponseWriter, v any)
		{Pkg: "github.com/zeromicro/go-zero/rest/httpx", Name: "OkJsonCtx", Does: Responds},
		// func ErrorCtx(ctx context.Context, w http.ResponseWriter, err error, fns ...func(w http.ResponseWriter, err error))
		{Pkg: "github.com/zeromicro/go-zero/rest/httpx", Name: "ErrorCtx", Does: Responds},
	},
	Types: []Type{{Name: "Server", Is: IsRouter}},
}
