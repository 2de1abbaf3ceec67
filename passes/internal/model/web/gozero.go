package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const (
	zeroHandler = "github.com/zeromicro/go-zero/rest/handler"
	zeroHTTP    = "github.com/zeromicro/go-zero/rest/httpx"
	zeroPath    = "github.com/zeromicro/go-zero/rest/pathvar"
)

// go-zero: routes are lists of structs; WithJwt puts every claim of the token
// into the request's context under the claim's name.
var goZero = &Framework{
	Name: "go-zero", Module: "github.com/zeromicro/go-zero", Oldest: "v1.3.0", Newest: "v1.10.3",
	Pkgs: []string{"github.com/zeromicro/go-zero/rest", zeroHandler, zeroHTTP, zeroPath}, Verifies: true,
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat([]Func{
			// func Parse(r *http.Request, v any) error
			{Pkg: zeroHTTP, Name: "Parse", Does: Binds, Into: model.Arg(1), Tag: "path"},
			// func ParsePath(r *http.Request, v any) error
			{Pkg: zeroHTTP, Name: "ParsePath", Does: Binds, Into: model.Arg(1), Tag: "path"},
			// func ParseForm(r *http.Request, v any) error
			{Pkg: zeroHTTP, Name: "ParseForm", Does: QueryParameter, Into: model.Arg(1)},
			// func GetFormValues(r *http.Request) (map[string]any, error)
			{Pkg: zeroHTTP, Name: "GetFormValues", Does: QueryParameter},
			// func ParseJsonBody(r *http.Request, v any) error
			{Pkg: zeroHTTP, Name: "ParseJsonBody", Does: BodyParameter, Into: model.Arg(1)},
			// func Vars(r *http.Request) map[string]string
			{Pkg: zeroPath, Name: "Vars", Does: PathParameter},
			// func (s *Server) AddRoutes(rs []Route, opts ...RouteOption)
			{Recv: "Server", Name: "AddRoutes", Does: Registers, Handlers: model.Arg(0), Middleware: model.Arg(1)},
			// func (s *Server) AddRoute(r Route, opts ...RouteOption)
			{Recv: "Server", Name: "AddRoute", Does: Registers, Handlers: model.Arg(0), Middleware: model.Arg(1)},
			// func (Router) Handle(method, path string, handler http.Handler) error
			{Pkg: zeroHTTP, Recv: "Router", Name: "Handle", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
			// func WithMiddlewares(ms []Middleware, rs ...Route) []Route
			{Name: "WithMiddlewares", Does: Converts, Handlers: model.Arg(1), Middleware: model.Arg(0)},
			// func WithMiddleware(middleware Middleware, rs ...Route) []Route
			{Name: "WithMiddleware", Does: Converts, Handlers: model.Arg(1), Middleware: model.Arg(0)},
			// func ToMiddleware(handler func(next http.Handler) http.Handler) Middleware
			{Name: "ToMiddleware", Does: Converts, Handlers: model.Arg(0)},
			// func WithJwt(secret string) RouteOption
			{Name: "WithJwt", Does: VerifiesToken},
			// func WithJwtTransition(secret, prevSecret string) RouteOption
			{Name: "WithJwtTransition", Does: VerifiesToken},
			// func Authorize(secret string, opts ...AuthorizeOption) func(http.Handler) http.Handler
			{Pkg: zeroHandler, Name: "Authorize", Does: VerifiesToken},
			// func (s *Server) Use(middleware Middleware)
			{Recv: "Server", Name: "Use", Does: Attaches, Middleware: model.Arg(0), Scope: Whole},
		},
			// func OkJson(w http.ResponseWriter, v any)
			// func ErrorCtx(ctx context.Context, w http.ResponseWriter, err error, fns ...func(w http.ResponseWriter, err error))
			methods(Func{Pkg: zeroHTTP, Does: Responds}, "Ok", "OkJson", "OkJsonCtx", "WriteJson", "WriteJsonCtx", "Error", "ErrorCtx"))
	},
	Types: []Type{{Name: "Server", Is: IsRouter}, {Pkg: zeroHTTP, Name: "Router", Is: IsRouter}},
}
