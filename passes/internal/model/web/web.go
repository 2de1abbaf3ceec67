// Package web holds what is known about routers and web frameworks, one file
// per family: where an ID comes out of the path, how a route and the functions
// in front of it are registered, and how a request carries values. Data only;
// each row has its real signature above it, and a test resolves it against the
// real release.
package web

import (
	"go/types"
	"slices"
	"sync"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// Role is what a function of a framework does, as far as handlers and their
// callers' identity are concerned.
type Role int

const (
	// PathParameter returns an ID from the URL path, or, without a Key, a map or
	// list of all of them.
	PathParameter Role = iota + 1
	// QueryParameter returns a value from the URL's query, or all of them.
	QueryParameter
	// BodyParameter returns a value of the request's body.
	BodyParameter
	// HeaderParameter returns a value of the request's header, or all of them.
	HeaderParameter
	// CookieParameter returns a cookie of the request, or its value.
	CookieParameter
	// Binds fills the struct at Into from the request; its Tag names the path's fields.
	Binds
	// Registers adds a route. Handlers is the handler, or the chain that ends in it.
	Registers
	// Groups returns a router whose routes share a prefix and Middleware, or
	// gives one to the function at Within.
	Groups
	// Mounts serves the router or handler at Handlers below Path.
	Mounts
	// Attaches puts Middleware in front of its receiver's routes.
	Attaches
	// GetsValue reads what Key names out of the request's context.
	GetsValue
	// SetsValue puts Value under Key into the request's context.
	SetsValue
	// GetsIdentity returns who the caller is, out of a verified token.
	GetsIdentity
	// VerifiesToken is, or returns, middleware that lets only verified tokens pass,
	// or calls what follows with the token's claims in the context.
	VerifiesToken
	// SetsCookie gives the client a cookie: the struct at Cookie, or one of the
	// Value, under the name at Key.
	SetsCookie
	// SetsSameSite sets the attribute for cookies that are set afterwards.
	SetsSameSite
	// Aborts stops the chain: what follows the middleware is not called.
	Aborts
	// Passes calls what follows in the chain.
	Passes
	// Responds writes the answer; what goes in has left the program.
	Responds
	// Converts turns a function into a handler, or a handler into another.
	Converts
	// Authorizes decides what the caller may do. What it is given the caller may
	// have if it returns true or a nil error; as middleware it guards all that
	// follows. Only projects' own rows say so: of libraries, whole packages do.
	Authorizes
)

// Scope says for which routes an Attaches or the Middleware of a Groups holds.
type Scope int

const (
	// Later: routes that are registered on the receiver afterwards.
	Later Scope = iota
	// Whole: all routes of the receiver, whenever they are registered.
	Whole
	// Prefix: whatever is registered on the same application afterwards below
	// the path, also through another variable.
	Prefix
	// Matching: routes of the receiver, whenever they are registered, whose path
	// the pattern at Path matches: "/orders/*".
	Matching
)

// Func is the row of a function or method.
type Func struct {
	Pkg  string // import path, where it is not the framework's first
	Recv string // name of the receiver's type, "" for a function
	Name string
	Does Role

	Key        model.Pos // name of the parameter or of the value in the context
	Value      model.Pos // SetsValue
	Into       model.Pos // Binds, QueryParameter, BodyParameter, GetsIdentity: the struct's address
	Path       model.Pos // Registers, Groups, Mounts, Attaches: the path, or a pattern with a method in front
	Method     model.Pos // Registers, Groups: the HTTP method as text, or a list of them, where a parameter says it
	Handlers   model.Pos // Registers, Mounts
	Middleware model.Pos // Registers, Groups, Attaches
	Cookie     model.Pos // SetsCookie: a struct of a type that IsCookie
	MaxAge     model.Pos // SetsCookie: seconds; below 0 the cookie is deleted
	Secure     model.Pos // SetsCookie: bool
	HTTPOnly   model.Pos // SetsCookie: bool
	SameSite   model.Pos // SetsCookie, SetsSameSite
	Within     model.Pos // Groups: the function that is called with the router
	Mapping    model.Pos // Registers, Converts: text that names the methods of the controller at Handlers: "get:Show;put,patch:Edit"
	Parts      model.Pos // Groups: the list of what it is made of, the results of rows that are a Part

	Verb    string // Registers: the HTTP method that the name says: "GET"; "" for any
	Tag     string // Binds: struct tag of the path's fields: "uri"; "" if it has none
	PathKey string // QueryParameter: a Key that begins with it names a parameter of the path (beego: ":id")
	Shared  bool   // GetsValue: what nothing has set under a key is a parameter of the path
	Chain   bool   // Registers: Handlers is a list whose last one is the handler; it may go on in Middleware
	Scope   Scope  // Attaches, Groups

	Controller bool // Registers: methods of the value at Handlers serve, those of the Mapping or else of the framework's Controllers
	Part       bool // Registers, Attaches, Groups: stands for itself and holds in the Groups that has it among its Parts
	Panics     bool // Aborts: it does not return, so that what follows the call does not run either
	Mixed      bool // QueryParameter: the value may be one of the body as well, which goes first
	Held       bool // QueryParameter, HeaderParameter: the receiver, which need not be of a request, holds the values

	// Since is a release from which on the function is there, where a row says
	// so. The others are there at Oldest or came before Newest.
	Since string
}

// Redirects reports whether a row's function answers with an address that the
// client is to go to. The frameworks agree on the word.
func (f *Func) Redirects() bool {
	return f.Does == Responds && (f.Name == "Redirect" || f.Recv == "Redirect")
}

// Refuses reports whether a row's function says by itself that the caller does not get
// what it asks for. The frameworks agree on the word for what is not there.
func (f *Func) Refuses() bool {
	return f.Does == Aborts || f.Does == Responds && f.Name == "NotFound"
}

// Type is the row of a named type.
type Type struct {
	Pkg  string
	Name string
	Is   TypeRole
	// Cookie names the fields of a type that IsCookie.
	Cookie CookieFields
}

// CookieFields are the names of the fields of a cookie. Without SameSite the
// framework sets a safe one by itself.
type CookieFields struct{ Name, Value, MaxAge, Expires, HTTPOnly, Secure, SameSite string }

// Field is the row of a struct field that holds a part of the request.
type Field struct {
	Pkg        string // import path, where it is not the framework's first
	Type, Name string
	Does       Role // the part that it holds: QueryParameter, ...
}

// TypeRole is what values of a type are.
type TypeRole int

const (
	// IsContext: what a handler is given; it carries the request and the values
	// that middleware has set.
	IsContext TypeRole = iota + 1
	// IsRequest: the request alone.
	IsRequest
	// IsResponse: what the answer is written to.
	IsResponse
	// IsRouter: routes and groups are registered on it.
	IsRouter
	// IsParams: the path's parameters, as a list or map.
	IsParams
	// IsHandler: an interface of handlers.
	IsHandler
	// IsCookie: a cookie to be set, as a struct.
	IsCookie
)

// Framework is one family of packages.
type Framework struct {
	Name    string // for people: "gin"
	Module  string // module path; "" for the standard library
	Oldest  string // releases that the rows resolve against
	Newest  string
	Pkgs    []string // import paths; rows without Pkg are of the first
	Funcs   []Func
	Fields  []Field
	Types   []Type
	PathTag string // struct tag of input structs that the framework fills by itself (huma: "path")

	Controllers Controllers
	Verifies    bool // one of the rows is a VerifiesToken
	GoesOn      bool // what follows a middleware runs when that returns, unless it has stopped the chain
	AnswerEnds  bool // middleware that has answered is the last to run, without a call that says so

	// Fill adds what takes work to write down, on the first question about a row:
	// most starts of the program never come to one. Nil: there is nothing to add.
	Fill func(*Framework)
	once sync.Once
}

// filled returns the framework with all that its rows say.
func (f *Framework) filled() *Framework {
	if f != nil && f.Fill != nil {
		f.once.Do(func() { f.Fill(f) })
	}
	return f
}

// Controllers says how a framework goes about types whose methods are handlers.
type Controllers struct {
	Serves map[string]string // methods that serve where no mapping names any, with HTTP's methods
	Before string            // method that is called before each of them
}

// Frameworks returns every framework, sorted by name.
func Frameworks() []*Framework {
	for _, f := range frameworks {
		f.filled()
	}
	return frameworks
}

// Has reports whether an import path belongs to a framework.
func Has(importPath string) bool { return byPackage()[importPath] != nil }

// Of returns the framework that an import path belongs to, or nil.
func Of(importPath string) *Framework {
	return byPackage()[importPath].filled()
}

var byPackage = sync.OnceValue(func() map[string]*Framework {
	out := make(map[string]*Framework)
	for _, f := range frameworks {
		for _, pkg := range f.Pkgs {
			out[pkg] = f
		}
	}
	return out
})

// Verifies reports whether a module has functions that verify tokens by themselves.
func Verifies(module string) bool {
	return slices.ContainsFunc(frameworks, func(f *Framework) bool { return f.Verifies && f.Module == module })
}

// Func returns the framework's row of a function or method of its packages, or nil.
func (f *Framework) Func(fn *types.Func) *Func {
	recv := model.ReceiverName(fn)
	for i := range f.Funcs {
		row := &f.Funcs[i]
		if row.Name == fn.Name() && row.Recv == recv && f.holds(row.Pkg, fn.Pkg()) {
			return row
		}
	}
	return nil
}

// Type returns what values of a type of the framework's packages are; 0 if no row says so.
func (f *Framework) Type(name *types.TypeName) TypeRole {
	for _, row := range f.Types {
		if row.Name == name.Name() && f.holds(row.Pkg, name.Pkg()) {
			return row.Is
		}
	}
	return 0
}

func (f *Framework) holds(rowPkg string, pkg *types.Package) bool {
	if rowPkg == "" {
		rowPkg = f.Pkgs[0]
	}
	return pkg.Path() == rowPkg
}
