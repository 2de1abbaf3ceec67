package access

import (
	"go/types"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// server is an interface that a generator has made of an API's description.
type server struct {
	e     *engine
	row   *web.Generated
	iface *types.Named
}

// findServers lists the generated servers among the packages in view.
func (e *engine) findServers() {
	for _, pkg := range append(e.imports(), e.pass.Pkg) {
		if !sameModule(e.pass, pkg) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			if row := e.generator(name); row != nil {
				e.addServer(row, pkg.Scope().Lookup(name))
			}
		}
	}
}

// generator is the row that has interfaces of this name, nil if none has, or
// if what it makes is not asked for.
func (e *engine) generator(name string) *web.Generated {
	rows := web.Generators()
	for i := range rows {
		if rows[i].Names(name) && (!rows[i].Messages || e.wants(Message)) {
			return &rows[i]
		}
	}
	return nil
}

func (e *engine) addServer(row *web.Generated, obj types.Object) {
	tn, ok := obj.(*types.TypeName)
	if !ok || tn.IsAlias() {
		return
	}
	named, ok := tn.Type().(*types.Named)
	if !ok || !types.IsInterface(named) || named.TypeParams().Len() > 0 {
		return
	}
	s := server{e, row, named}
	iface := named.Underlying().(*types.Interface)
	for m := range iface.Methods() {
		if len(s.parameters(m)) > 0 {
			e.servers = append(e.servers, s)
			return
		}
	}
}

// field is an operand of an operation, or a field of it, that holds an ID.
type field struct {
	operand int    // among the parameters, without the receiver
	name    string // of the field; "" for the operand itself
	id      string // what the API calls it
}

// parameters lists where an operation has the parameters of the path, or its
// message's fields.
func (s *server) parameters(m *types.Func) []field {
	var out []field
	params := m.Signature().Params()
	for i := range params.Len() {
		p := params.At(i)
		name := typeName(p.Type())
		switch {
		case s.row.Input != "" && name == m.Name()+s.row.Input, s.row.Messages && i > 0 && ssax.StructOf(p.Type()) != nil:
			out = append(out, s.fields(i, p.Type())...)
		case s.row.Scalars && i > 0 && !s.e.inert(p.Type()) && name != m.Name()+"Params":
			out = append(out, field{operand: i, id: p.Name()})
		}
	}
	return out
}

// fields lists the fields of an input that are parameters.
func (s *server) fields(operand int, t types.Type) []field {
	st := ssax.StructOf(t)
	if st == nil {
		return nil
	}
	var out []field
	for i := range st.NumFields() {
		f := st.Field(i)
		if !f.Exported() || s.row.Skips(f.Name(), typeName(f.Type())) || s.row.Messages && !namesRecord(f.Name()) {
			continue
		}
		id, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		out = append(out, field{operand, f.Name(), nonEmpty(id, strings.Join(data.Words(f.Name()), "_"))})
	}
	return out
}

// namesRecord reports whether a field of a message is called as an ID.
func namesRecord(name string) bool {
	words := data.Words(name)
	return len(words) > 0 && slices.Contains([]string{"id", "uid", "uuid", "name"}, words[len(words)-1])
}

// operation lists the parameters of a function that implements an operation of
// a generated server.
func (e *engine) operation(fn *ssa.Function) (place Place, params []field) {
	if fn.Signature.Recv() == nil || len(e.servers) == 0 || fn.Parent() != nil {
		return "", nil
	}
	obj := ssax.Object(fn)
	if obj == nil || !obj.Exported() {
		return "", nil
	}
	for i := range e.servers {
		s := &e.servers[i]
		params := s.parameters(obj)
		if len(params) == 0 || !types.Implements(fn.Signature.Recv().Type(), s.iface.Underlying().(*types.Interface)) {
			continue
		}
		if m, _, _ := types.LookupFieldOrMethod(s.iface, false, obj.Pkg(), obj.Name()); m == nil {
			continue
		}
		return s.place(), params
	}
	return "", nil
}

func (s *server) place() Place {
	if s.row.Messages {
		return Message
	}
	return Path
}

// getter reports whether a call is of a method that is given nothing: on a
// message, it stands for the field.
func getter(common *ssa.CallCommon) bool {
	recv, args := ssax.Args(common)
	return recv != nil && len(args) == 0
}

// operate marks the IDs among the operands of an operation.
func (u *unit) operate() {
	place, params := u.e.operation(u.root)
	for _, f := range params {
		p := u.root.Params[f.operand+1]
		n := u.intern(Origin{Source: ID, Name: f.id, From: place})
		if f.name == "" {
			u.vals[p] = set{}.with(n)
			u.readAt[n] = p.Pos()
			continue
		}
		u.vals[p] = set{}
		u.placed[n] = true
		u.put(p, f.name, set{}.with(n))
	}
}

// operations lists the operations of the types that are handed to generated
// servers in this package, as routes.
func (e *engine) operations() []route {
	var out []route
	if len(e.servers) == 0 {
		return nil
	}
	seen := make(map[string]bool)
	for _, fn := range e.funcs {
		u := e.units[outermost(fn)]
		if u == nil {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				mi, ok := instr.(*ssa.MakeInterface)
				if !ok || seen[mi.X.Type().String()+mi.Type().String()] {
					continue
				}
				if s := e.serverOf(mi.Type()); s != nil {
					seen[mi.X.Type().String()+mi.Type().String()] = true
					out = append(out, e.operated(u, mi, s)...)
				}
			}
		}
	}
	return out
}

// serverOf is the generated server that an interface is, or embeds.
func (e *engine) serverOf(t types.Type) *server {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for i := range e.servers {
		s := &e.servers[i]
		if types.Identical(t, s.iface) || types.Identical(iface, s.iface.Underlying()) {
			return s
		}
	}
	return nil
}

// operated lists the operations of one implementation.
func (e *engine) operated(u *unit, mi *ssa.MakeInterface, s *server) []route {
	around := &surroundings{e: e, u: u, seen: make(map[ssa.Value]bool)}
	around.follow(mi)
	if around.call == nil {
		return nil
	}
	var out []route
	// Who the caller is, something around the server tells that may be out of view.
	knows := link{Chain: &Chain{Refuses: true, Sure: true}, seen: true}
	for m := range s.iface.Underlying().(*types.Interface).Methods() {
		obj, _, _ := types.LookupFieldOrMethod(mi.X.Type(), true, m.Pkg(), m.Name())
		impl, ok := obj.(*types.Func)
		if !ok || len(s.parameters(m)) == 0 {
			continue
		}
		r := route{unit: u, call: around.call, method: promised(m.Name()), handler: e.objectLinks(u, impl), front: around.front}
		for _, h := range r.handler {
			knows.Knows = knows.Knows || h.Knows
		}
		out = append(out, r)
	}
	for i := range out {
		out[i].front.links = append(slices.Clone(out[i].front.links), knows)
	}
	return out
}

// promised is the HTTP method that an operation's name goes with.
func promised(name string) string {
	switch data.KindOf(name) {
	case data.Reads:
		return http.MethodGet
	case data.Inserts:
		return http.MethodPost
	case data.Writes:
		return http.MethodPut
	}
	return ""
}
