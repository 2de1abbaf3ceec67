package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// beegoNamespace: a namespace is a router of its own until it is added to the server.
func beegoNamespace() []Func {
	return slices.Concat([]Func{
		// func NewNamespace(prefix string, params ...LinkNamespace) *Namespace
		{Name: "NewNamespace", Does: Groups, Path: model.Arg(0), Parts: model.Arg(1)},
		// func AddNamespace(nl ...*Namespace)
		{Name: "AddNamespace", Does: Mounts, Handlers: model.Arg(0)},
		// func (n *Namespace) Namespace(ns ...*Namespace) *Namespace
		{Recv: "Namespace", Name: "Namespace", Does: Mounts, Handlers: model.Arg(0)},
		// func (n *Namespace) Filter(action string, filter ...FilterFunc) *Namespace
		{Recv: "Namespace", Name: "Filter", Does: Attaches, Middleware: model.Arg(1), Scope: Whole},
		// func (n *Namespace) Router(rootpath string, c ControllerInterface, mappingMethods ...string) *Namespace
		{Recv: "Namespace", Name: "Router", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Mapping: model.Arg(2), Controller: true},
		// func (n *Namespace) Any(rootpath string, f HandleFunc) *Namespace
		{Recv: "Namespace", Name: "Any", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
		// func (n *Namespace) Handler(rootpath string, h http.Handler) *Namespace
		{Recv: "Namespace", Name: "Handler", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1)},
	},
		// func (n *Namespace) Get(rootpath string, f HandleFunc) *Namespace
		verbs("Namespace", title(), Func{Handlers: model.Arg(1)}),
		beegoMapped("Namespace"))
}

// beegoParts are what namespaces are made of.
func beegoParts() []Func {
	return slices.Concat([]Func{
		// func NSNamespace(prefix string, params ...LinkNamespace) LinkNamespace
		{Name: "NSNamespace", Does: Groups, Path: model.Arg(0), Parts: model.Arg(1), Part: true},
		// func NSBefore(filterList ...FilterFunc) LinkNamespace
		{Name: "NSBefore", Does: Attaches, Middleware: model.Arg(0), Part: true},
		// func NSRouter(rootpath string, c ControllerInterface, mappingMethods ...string) LinkNamespace
		{Name: "NSRouter", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Mapping: model.Arg(2), Controller: true, Part: true},
		// func NSAny(rootpath string, f HandleFunc) LinkNamespace
		{Name: "NSAny", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Part: true},
		// func NSCtrlAny(rootpath string, f interface{}) LinkNamespace
		{Name: "NSCtrlAny", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Part: true},
		// func NSHandler(rootpath string, h http.Handler) LinkNamespace
		{Name: "NSHandler", Does: Registers, Path: model.Arg(0), Handlers: model.Arg(1), Part: true},
	},
		// func NSGet(rootpath string, f HandleFunc) LinkNamespace
		verbs("", begun("NS", title()), Func{Handlers: model.Arg(1), Part: true}),
		// func NSCtrlGet(rootpath string, f interface{}) LinkNamespace
		verbs("", begun("NSCtrl", title()), Func{Handlers: model.Arg(1), Part: true}))
}

// begun puts a beginning before the names of functions.
func begun(begin string, known map[string]string) map[string]string {
	out := make(map[string]string)
	for name, method := range known {
		out[begin+name] = method
	}
	return out
}
