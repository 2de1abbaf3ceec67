package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// claimSet is the claims of one token inside one function: every SSA value that
// is them, and the places where their exp is set.
type claimSet struct {
	e      *engine
	root   ssa.Value
	depth  int
	same   map[ssa.Value]bool
	sets   []expSet
	unseen []ssa.Instruction // what may set it out of view
}

// expSet is a place that sets the exp, and what it may be then.
type expSet struct {
	at  ssa.Instruction
	exp []Exp
}

// claimSet collects everything that a function does to claims.
func (e *engine) claimSet(claims ssa.Value, depth int) *claimSet {
	s := &claimSet{e: e, root: e.rootOfClaims(claims), depth: depth, same: make(map[ssa.Value]bool)}
	s.follow(s.root)
	return s
}

// rootOfClaims looks through what only changes the type of claims, and back
// along a chain of calls that each return their receiver.
func (e *engine) rootOfClaims(v ssa.Value) ssa.Value {
	for range 64 {
		switch x := v.(type) {
		case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.TypeAssert:
			v = unwrap(x)
		case *ssa.Extract:
			assert, ok := x.Tuple.(*ssa.TypeAssert)
			if !ok || x.Index != 0 {
				return v
			}
			v = assert.X
		case *ssa.Call:
			recv, _ := ssax.Args(x.Common())
			if !e.returnsReceiver(x) {
				return v
			}
			v = recv
		case *ssa.UnOp:
			next := e.rootOfLoad(x)
			if next == nil {
				return v
			}
			v = next
		default:
			return v
		}
	}
	return v
}

// rootOfLoad is the struct or token that a load takes the claims out of, or nil.
func (e *engine) rootOfLoad(load *ssa.UnOp) ssa.Value {
	if load.Op != token.MUL {
		return nil
	}
	switch addr := load.X.(type) {
	case *ssa.FieldAddr:
		if isClaimsOfToken(addr) {
			return e.rootOfClaims(addr.X)
		}
	case *ssa.Alloc:
		if _, ok := deref(addr.Type()).Underlying().(*types.Struct); ok {
			return addr
		}
		if stores, ok := e.onlyStores(addr); ok && len(stores) == 1 {
			return stores[0].Val
		}
	}
	return nil
}

// returnsReceiver reports whether a call is a library's method that returns its
// receiver, as builders do.
func (e *engine) returnsReceiver(call *ssa.Call) bool {
	fn := ssax.Callee(call.Common())
	recv, _ := ssax.Args(call.Common())
	if recv == nil || !Modelled(pkgOf(fn)) {
		return false
	}
	if row := e.row(fn); row != nil && row.Does != model.SetsClaim {
		return false
	}
	results := call.Common().Signature().Results()
	return results.Len() == 1 && types.Identical(results.At(0).Type(), recv.Type())
}

// follow notes a value that is the claims, and how it is used.
func (s *claimSet) follow(v ssa.Value) {
	if v == nil || s.same[v] || v.Referrers() == nil {
		return
	}
	s.same[v] = true
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
			s.follow(ref.(ssa.Value))
		case *ssa.Extract:
			if ref.Index == 0 {
				s.follow(ref)
			}
		case *ssa.Store:
			s.stored(v, ref)
		case *ssa.UnOp:
			if _, isAlloc := v.(*ssa.Alloc); isAlloc && ref.Op == token.MUL {
				s.follow(ref)
			}
		case *ssa.MapUpdate:
			if ref.Map == v {
				s.update(ref)
			}
		case *ssa.FieldAddr:
			s.field(v, ref)
		case ssa.CallInstruction:
			s.call(v, ref)
		case *ssa.MakeClosure:
			s.unseen = append(s.unseen, ref)
		}
	}
}

// stored follows claims into a variable, or what is stored over them.
func (s *claimSet) stored(v ssa.Value, store *ssa.Store) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Alloc:
		if _, isStruct := deref(addr.Type()).Underlying().(*types.Struct); isStruct {
			return // A copy.
		}
		for _, ref := range *addr.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL {
				s.follow(load)
			}
		}
	case *ssa.FieldAddr:
		if isClaimsOfToken(addr) {
			s.tokenFields(addr.X)
		}
	}
}

// tokenFields follows the claims of a token wherever they are read from it.
func (s *claimSet) tokenFields(tok ssa.Value) {
	if tok.Referrers() == nil {
		return
	}
	for _, ref := range *tok.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || !isClaimsOfToken(addr) {
			continue
		}
		for _, use := range *addr.Referrers() {
			if load, ok := use.(*ssa.UnOp); ok && load.Op == token.MUL {
				s.follow(load)
			}
		}
	}
}

// update is claims[name] = value.
func (s *claimSet) update(up *ssa.MapUpdate) {
	switch name := s.e.eval(up.Key, up.Pos()); {
	case name.Kind == Literal && name.Text == string(model.Exp):
		s.set(up, up.Value)
	case name.Kind != Literal:
		s.unseen = append(s.unseen, up)
	}
}

// set notes a value for exp in a map, where a point in time is written as a text.
func (s *claimSet) set(at ssa.Instruction, v ssa.Value) {
	if std.IsTime(unwrapInterface(v).Type()) {
		s.unseen = append(s.unseen, at)
		return
	}
	s.sets = append(s.sets, expSet{at, s.e.expOfDate(v, at, 0)})
}

func unwrapInterface(v ssa.Value) ssa.Value {
	for {
		made, ok := v.(*ssa.MakeInterface)
		if !ok {
			return v
		}
		v = made.X
	}
}

// field is a field of the claims struct, or the claims of a token.
func (s *claimSet) field(v ssa.Value, addr *ssa.FieldAddr) {
	if isClaimsOfToken(addr) {
		s.tokenClaims(addr)
		return
	}
	place, sure := s.e.expField(v.Type(), 0)
	if !sure || place == nil {
		return
	}
	switch addr.Field {
	case place.field:
		for _, ref := range *addr.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == addr {
					s.sets = append(s.sets, expSet{ref, s.e.expOfDate(ref.Val, ref, 0)})
				}
			case ssa.CallInstruction:
				s.unseen = append(s.unseen, ref)
			}
		}
	case place.embedded:
		for _, ref := range *addr.Referrers() {
			if inner, ok := ref.(*ssa.FieldAddr); ok {
				s.field(addr, inner)
			}
			if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL && isPointer(load.Type()) {
				s.follow(load) // Embedded by a pointer.
			}
		}
	}
}

// tokenClaims is the field of a token that holds the claims: set as a whole,
// or read to set one of them.
func (s *claimSet) tokenClaims(addr *ssa.FieldAddr) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				s.sets = append(s.sets, expSet{ref, s.e.expOf(ref.Val, nil, s.depth+1)})
			}
		case *ssa.UnOp:
			s.follow(ref)
		}
	}
}

// isNumeric reports whether a constant is a number.
func isNumeric(c *ssa.Const) bool {
	return c.Value != nil && (c.Value.Kind() == constant.Int || c.Value.Kind() == constant.Float)
}
