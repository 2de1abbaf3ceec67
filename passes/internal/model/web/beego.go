package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const beegoContext = "github.com/beego/beego/v2/server/web/context"

// beego: controllers are types, and text names which of their methods serve
// which HTTP method. The getters of a controller read path, query and form
// alike; the keys of the path's parameters begin with a colon. Namespaces are
// made of lists of values; functions of the package are for its one server.
var beego = &Framework{
	Name: "beego v2", Module: "github.com/beego/beego/v2", Oldest: "v2.0.0", Newest: "v2.3.10",
	Pkgs: []string{"github.com/beego/beego/v2/server/web", beegoContext},
	Fill: func(f *Framework) {
		f.Funcs = slices.Concat(beegoController(), beegoInput(), beegoAnswers(), beegoRoutes(""), beegoRoutes("HttpServer"), beegoRegister(),
			beegoNamespace(), beegoParts())
		f.Controllers = Controllers{Serves: title(), Before: "Prepare"}
	},
	AnswerEnds: true,
	Types: []Type{
		{Name: "Controller", Is: IsContext},
		{Pkg: beegoContext, Name: "Context", Is: IsContext},
		{Pkg: beegoContext, Name: "BeegoInput", Is: IsRequest},
		{Pkg: beegoContext, Name: "BeegoOutput", Is: IsResponse},
		{Pkg: beegoContext, Name: "Response", Is: IsResponse},
		{Name: "HttpServer", Is: IsRouter},
		{Name: "ControllerRegister", Is: IsRouter},
		{Name: "Namespace", Is: IsRouter},
	},
}

func beegoController() []Func {
	return slices.Concat(
		// func (c *Controller) GetString(key string, def ...string) string
		methods(Func{Recv: "Controller", Does: QueryParameter, Key: model.Arg(0), PathKey: ":"}, with("Get", "String", "Strings", "Int", "Int8", "Int16",
			"Int32", "Int64", "Uint8", "Uint16", "Uint32", "Uint64", "Bool", "Float")...),
		// func (c *Controller) ParseForm(obj interface{}) error
		methods(Func{Recv: "Controller", Does: BodyParameter, Into: model.Arg(0)}, "ParseForm", "Bind", "BindJSON", "BindForm", "BindXML", "BindYAML", "BindProtobuf"),
		// func (c *Controller) Abort(code string)
		methods(Func{Recv: "Controller", Does: Aborts, Panics: true}, "Abort", "CustomAbort", "StopRun"),
		// func (c *Controller) ServeJSON(encoding ...bool) error
		methods(Func{Recv: "Controller", Does: Responds}, "ServeJSON", "ServeJSONP", "ServeXML", "ServeYAML", "ServeFormatted",
			"JSONResp", "XMLResp", "YamlResp", "Resp", "Render", "Redirect", "SetData"))
}

func beegoInput() []Func {
	return slices.Concat([]Func{
		// func (input *BeegoInput) Param(key string) string
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "Param", Does: PathParameter, Key: model.Arg(0)},
		// func (input *BeegoInput) Params() map[string]string
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "Params", Does: PathParameter},
		// func (input *BeegoInput) Query(key string) string
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "Query", Does: QueryParameter, Key: model.Arg(0), PathKey: ":"},
		// func (input *BeegoInput) CopyBody(MaxMemory int64) []byte
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "CopyBody", Does: BodyParameter},
		// func (input *BeegoInput) Header(key string) string
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "Header", Does: HeaderParameter, Key: model.Arg(0)},
		// func (input *BeegoInput) Cookie(key string) string
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "Cookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (ctx *Context) GetCookie(key string) string
		{Pkg: beegoContext, Recv: "Context", Name: "GetCookie", Does: CookieParameter, Key: model.Arg(0)},
		// func (input *BeegoInput) GetData(key interface{}) interface{}
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "GetData", Does: GetsValue, Key: model.Arg(0)},
		// func (input *BeegoInput) Session(key interface{}) interface{}
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "Session", Does: GetsValue, Key: model.Arg(0)},
		// func (input *BeegoInput) SetData(key, val interface{})
		{Pkg: beegoContext, Recv: "BeegoInput", Name: "SetData", Does: SetsValue, Key: model.Arg(0), Value: model.Arg(1)},
	},
		// func (ctx *Context) BindJSON(obj interface{}) error
		methods(Func{Pkg: beegoContext, Recv: "Context", Does: BodyParameter, Into: model.Arg(0)}, "Bind", "BindJSON", "BindForm", "BindXML", "BindYAML", "BindProtobuf"))
}

func beegoAnswers() []Func {
	return slices.Concat([]Func{
		// func (ctx *Context) Abort(status int, body string)
		{Pkg: beegoContext, Recv: "Context", Name: "Abort", Does: Aborts, Panics: true},
	},
		// func (ctx *Context) WriteString(content string)
		methods(Func{Pkg: beegoContext, Recv: "Context", Does: Responds}, "WriteString", "Redirect", "Resp", "JSONResp", "XMLResp", "YamlResp"),
		// func (output *BeegoOutput) JSON(data interface{}, hasIndent bool, encoding bool) error
		methods(Func{Pkg: beegoContext, Recv: "BeegoOutput", Does: Responds}, "JSON", "JSONP", "XML", "YAML", "Body", "SetStatus", "ServeFormatted"))
}

// beegoRoutes are functions of the package, for its one server, and methods.
func beegoRoutes(recv string) []Func {
	return slices.Concat(
		// func Get(rootpath string, f HandleFunc) *HttpServer
		verbs(recv, title(), Func{Handlers: model.Arg(1)}),
		beegoMapped(recv), []Func{
			// func Any(rootpath string, f HandleFunc) *HttpServer
			{Recv: recv, Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func Handler(rootpath string, h http.Handler, options ...interface{}) *HttpServer
			{Recv: recv, Name: "Handler", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func Router(rootpath string, c ControllerInterface, mappingMethods ...string) *HttpServer
			{Recv: recv, Name: "Router", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Mapping: model.Arg(2), Controller: true},
			// func RouterWithOpts(rootpath string, c ControllerInterface, opts ...ControllerOption) *HttpServer
			{Recv: recv, Name: "RouterWithOpts", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Mapping: model.Arg(2), Controller: true},
			// func RESTRouter(rootpath string, c ControllerInterface) *HttpServer
			{Recv: recv, Name: "RESTRouter", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Controller: true},
			// func AutoRouter(c ControllerInterface) *HttpServer
			{Recv: recv, Name: "AutoRouter", Does: Registers, Handlers: model.Arg(0)},
			// func AutoPrefix(prefix string, c ControllerInterface) *HttpServer
			{Recv: recv, Name: "AutoPrefix", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
			// func InsertFilter(pattern string, pos int, filter FilterFunc, opts ...FilterOpt) *HttpServer
			{Recv: recv, Name: "InsertFilter", Does: Attaches, Path: model.Arg(0), Middleware: model.Arg(2), Scope: Matching},
			// func InsertFilterChain(pattern string, filterChain FilterChain, opts ...FilterOpt) *HttpServer
			{Recv: recv, Name: "InsertFilterChain", Does: Attaches, Path: model.Arg(0), Middleware: model.Arg(1), Scope: Matching},
		})
}

// beegoMapped: the handler is a method expression of a controller.
func beegoMapped(recv string) []Func {
	// func CtrlGet(rootpath string, f interface{})
	out := verbs(recv, map[string]string{"CtrlGet": "GET", "CtrlPost": "POST", "CtrlPut": "PUT", "CtrlPatch": "PATCH", "CtrlDelete": "DELETE",
		"CtrlHead": "HEAD", "CtrlOptions": "OPTIONS"}, Func{Handlers: model.Arg(1)})
	// func CtrlAny(rootpath string, f interface{})
	return append(out, Func{Recv: recv, Name: "CtrlAny", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)})
}

func beegoRegister() []Func {
	// func (p *ControllerRegister) Get(pattern string, f HandleFunc)
	return append(verbs("ControllerRegister", title(), Func{Handlers: model.Arg(1)}), []Func{
		// func (p *ControllerRegister) Any(pattern string, f HandleFunc)
		{Recv: "ControllerRegister", Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (p *ControllerRegister) AddMethod(method, pattern string, f HandleFunc)
		{Recv: "ControllerRegister", Name: "AddMethod", Does: Registers, Method: model.Arg(0), Path: model.Arg(1), Handlers: model.Arg(2)},
		// func (p *ControllerRegister) Add(pattern string, c ControllerInterface, opts ...ControllerOption)
		{Recv: "ControllerRegister", Name: "Add", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Mapping: model.Arg(2), Controller: true},
		// func WithRouterMethods(ctrlInterface ControllerInterface, mappingMethod ...string) ControllerOption
		{Name: "WithRouterMethods", Does: Converts, Handlers: model.Arg(0), Mapping: model.Arg(1)},
		// func (p *ControllerRegister) Handler(pattern string, h http.Handler, options ...interface{})
		{Recv: "ControllerRegister", Name: "Handler", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (p *ControllerRegister) InsertFilter(pattern string, pos int, filter FilterFunc, opts ...FilterOpt) error
		{Recv: "ControllerRegister", Name: "InsertFilter", Does: Attaches, Path: model.Arg(0), Middleware: model.Arg(2), Scope: Matching},
	}...)
}
