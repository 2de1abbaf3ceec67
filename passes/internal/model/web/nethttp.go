package web

import "github.com/jwtvet/jwtvet/passes/internal/model"

// netHTTP: the standard library's server, and the context that its requests
// and those of most frameworks carry.
var netHTTP = &Framework{
	Name: "net/http",
	Pkgs: []string{"net/http", "net/url", "context"},
	Funcs: []Func{
		// func (r *Request) PathValue(name string) string
		{Recv: "Request", Name: "PathValue", Does: PathParameter, Key: model.Arg(0)},
		// func (r *Request) FormValue(key string) string
		{Recv: "Request", Name: "FormValue", Does: QueryParameter, Key: model.Arg(0), Mixed: true},
		// func (r *Request) PostFormValue(key string) string
		{Recv: "Request", Name: "PostFormValue", Does: BodyParameter, Key: model.Arg(0)},
		// func (v Values) Get(key string) string
		{Pkg: "net/url", Recv: "Values", Name: "Get", Does: QueryParameter, Key: model.Arg(0), Held: true},
		// func (h Header) Get(key string) string
		{Recv: "Header", Name: "Get", Does: HeaderParameter, Key: model.Arg(0), Held: true},
		// func (h Header) Values(key string) []string
		{Recv: "Header", Name: "Values", Does: HeaderParameter, Key: model.Arg(0), Held: true},
		// func (r *Request) Cookie(name string) (*Cookie, error)
		{Recv: "Request", Name: "Cookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (r *Request) Cookies() []*Cookie
		{Recv: "Request", Name: "Cookies", Does: CookieParameter},
		// func (r *Request) CookiesNamed(name string) []*Cookie
		{Recv: "Request", Name: "CookiesNamed", Does: CookieParameter, Key: model.Arg(0)},
		// func (r *Request) BasicAuth() (username, password string, ok bool)
		{Recv: "Request", Name: "BasicAuth", Does: HeaderParameter},
		// func (mux *ServeMux) Handle(pattern string, handler Handler)
		{Recv: "ServeMux", Name: "Handle", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request))
		{Recv: "ServeMux", Name: "HandleFunc", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func Handle(pattern string, handler Handler)
		{Name: "Handle", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func HandleFunc(pattern string, handler func(ResponseWriter, *Request))
		{Name: "HandleFunc", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func StripPrefix(prefix string, h Handler) Handler
		{Name: "StripPrefix", Does: Converts, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler
		{Name: "TimeoutHandler", Does: Converts, Handlers: model.Arg(0)},
		// func MaxBytesHandler(h Handler, n int64) Handler
		{Name: "MaxBytesHandler", Does: Converts, Handlers: model.Arg(0)},
		// func AllowQuerySemicolons(h Handler) Handler
		{Name: "AllowQuerySemicolons", Does: Converts, Handlers: model.Arg(0)},
		// func (c *CrossOriginProtection) Handler(h Handler) Handler
		{Recv: "CrossOriginProtection", Name: "Handler", Does: Converts, Handlers: model.Arg(0)},
		// func (ResponseWriter) Write([]byte) (int, error)
		{Recv: "ResponseWriter", Name: "Write", Does: Responds},
		// func (ResponseWriter) WriteHeader(statusCode int)
		{Recv: "ResponseWriter", Name: "WriteHeader", Does: Responds},
		// func Error(w ResponseWriter, error string, code int)
		{Name: "Error", Does: Responds},
		// func NotFound(w ResponseWriter, r *Request)
		{Name: "NotFound", Does: Responds},
		// func Redirect(w ResponseWriter, r *Request, url string, code int)
		{Name: "Redirect", Does: Responds},
		// func SetCookie(w ResponseWriter, cookie *Cookie)
		{Name: "SetCookie", Does: SetsCookie, Cookie: model.Arg(1)},
		// func WithValue(parent Context, key, val any) Context
		{Pkg: "context", Name: "WithValue", Does: SetsValue, Key: model.Arg(1), Value: model.Arg(2)},
		// func (Context) Value(key any) any
		{Pkg: "context", Recv: "Context", Name: "Value", Does: GetsValue, Key: model.Arg(0)},
	},
	Fields: []Field{
		// Header Header
		{Type: "Request", Name: "Header", Does: HeaderParameter},
		// Form url.Values: of the body, and then of the query.
		{Type: "Request", Name: "Form", Does: BodyParameter},
		// PostForm url.Values
		{Type: "Request", Name: "PostForm", Does: BodyParameter},
		// Body io.ReadCloser
		{Type: "Request", Name: "Body", Does: BodyParameter},
		// URL *url.URL: the path and the query, of which the latter is the one to worry about.
		{Type: "Request", Name: "URL", Does: QueryParameter},
		// RawQuery string
		{Pkg: "net/url", Type: "URL", Name: "RawQuery", Does: QueryParameter},
	},
	Types: []Type{
		{Name: "Request", Is: IsRequest},
		{Name: "Cookie", Is: IsCookie, Cookie: CookieFields{Name: "Name", Value: "Value", MaxAge: "MaxAge", Expires: "Expires",
			HTTPOnly: "HttpOnly", Secure: "Secure", SameSite: "SameSite"}},
		{Name: "ResponseWriter", Is: IsResponse},
		{Name: "ServeMux", Is: IsRouter},
		{Name: "Handler", Is: IsHandler},
	},
}
