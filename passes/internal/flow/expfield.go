package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// expOfStruct is the exp of a local struct that nothing has changed yet: it has
// none, unless it is set as a whole or embeds other claims.
func (e *engine) expOfStruct(alloc *ssa.Alloc, sink ssa.Instruction, depth int) []Exp {
	t := deref(alloc.Type())
	place, sure := e.expField(t, 0)
	if !sure {
		return unseenExp
	}
	var out []Exp
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == alloc {
				out = append(out, e.expOf(ref.Val, sink, depth+1)...)
			}
		case *ssa.FieldAddr:
			if place == nil || ref.Field != place.embedded {
				continue
			}
			for store := range ssax.StoresTo(ref) {
				out = append(out, e.expOf(store.Val, sink, depth+1)...)
			}
		}
	}
	if len(out) == 0 {
		out = []Exp{{Dating: Undated}}
	}
	return out
}

// expPlace tells where a claims struct has its exp: in the field of that
// index, or in what it embeds there.
type expPlace struct {
	field    int // -1 if it is embedded
	embedded int // -1 if it is not
}

// expField finds the field of a struct that holds exp; nil if it has none. sure
// is false if that cannot be told.
func (e *engine) expField(t types.Type, depth int) (place *expPlace, sure bool) {
	s := ssax.StructOf(t)
	if s == nil || depth > 4 || e.ownExpiry(t) {
		return nil, false
	}
	for i := range s.NumFields() {
		f := s.Field(i)
		name, holds := claimedField(t, f.Origin())
		if !holds {
			name = jsonName(f, s.Tag(i))
		}
		if name == string(model.Exp) && std.IsTime(f.Type()) {
			return nil, false // It is written as a text.
		}
		if name == string(model.Exp) {
			return &expPlace{field: i, embedded: -1}, true
		}
	}
	for i := range s.NumFields() {
		f := s.Field(i)
		if !f.Embedded() {
			continue
		}
		if ssax.StructOf(f.Type()) == nil {
			return nil, false
		}
		inner, sure := e.expField(f.Type(), depth+1)
		if !sure {
			return nil, false
		}
		if inner != nil {
			return &expPlace{field: -1, embedded: i}, true
		}
	}
	return nil, true
}

// ownExpiry reports whether a type of the program's writes its own JSON, or is
// asked for its expiry: what counts may be another claim then.
func (e *engine) ownExpiry(t types.Type) bool {
	names := []string{"MarshalJSON"}
	for _, lib := range jwt.Libraries() {
		names = append(names, lib.Hook.Name, lib.Hook.Getter)
	}
	for _, name := range names {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, e.pass.Pkg, name); name != "" && obj != nil && !Modelled(obj.Pkg()) {
			return true
		}
	}
	return false
}
