package access

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// step hands the origins of an instruction's operands on to its result.
func (u *unit) step(instr ssa.Instruction) {
	switch x := instr.(type) {
	case *ssa.Store:
		base, path := u.place(x.Addr)
		if path == "" && ssax.StructOf(x.Val.Type()) != nil && len(u.mem[u.base(x.Val)]) > 0 {
			u.put(base, "", u.shallow(x.Val))
			u.storeFields(base, x.Val)
			return
		}
		u.put(base, path, u.deep(x.Val))
	case *ssa.MapUpdate:
		u.put(u.base(x.Map), "", u.deep(x.Value).or(u.deep(x.Key)))
	case ssa.CallInstruction:
		u.call(x)
	case ssa.Value:
		u.value(x)
	}
}

// storeFields keeps the fields of a struct apart when it is copied.
func (u *unit) storeFields(base, val ssa.Value) {
	from := u.base(val)
	if from == base {
		return
	}
	for p, s := range u.mem[from] {
		if p != "" {
			u.put(base, p, s)
		}
	}
}

// value computes the result of an instruction other than a call.
func (u *unit) value(v ssa.Value) {
	switch x := v.(type) {
	case *ssa.UnOp:
		u.add(x, u.load(x).or(u.urlPath(x)))
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeClosure:
		// Addresses and fresh memory: their content is asked for where it is read.
	case *ssa.Field:
		if f := ssax.Field(x.X.Type(), x.Field); f != nil {
			s := u.field(x.X, f.Name())
			u.add(x, s)
			u.readHere(s, x.Pos())
		}
	case *ssa.Extract:
		u.add(x, u.extract(x))
	case *ssa.Lookup:
		u.add(x, u.lookup(x))
	case *ssa.Slice:
		u.add(x, u.cut(u.get(x.X), x.Parent(), x.Pos()))
	case *ssa.Index:
		u.add(x, u.deep(x.X))
	case *ssa.BinOp:
		if !isComparison(x.Op) {
			u.add(x, u.get(x.X).or(u.get(x.Y)))
		}
	case *ssa.TypeAssert:
		s := u.get(x.X)
		if data.Handle(x.AssertedType) {
			s = s.minus(u.sources[Value].with(identity).with(role)) // A transaction in the context is nobody.
		}
		u.add(x, s.or(u.claims(x.AssertedType)))
	default:
		var s set
		for _, op := range v.(ssa.Instruction).Operands(nil) {
			if *op != nil {
				s = s.or(u.get(*op))
			}
		}
		u.add(v, s)
	}
}

// load is what a variable, field or element holds.
func (u *unit) load(x *ssa.UnOp) set {
	if x.Op != token.MUL {
		return u.get(x.X)
	}
	base, path := u.place(x.X)
	if path == "" {
		s := u.get(base).or(u.mem[base][""])
		if _, variable := base.(*ssa.Alloc); !variable {
			s = s.or(u.claims(x.Type()))
		}
		return s
	}
	s := u.field(base, path)
	if now, ok := u.overwrittenField(x); ok {
		s = now
	}
	if s.empty() && u.keepsIn(base, x.Type()) {
		s = s.with(stored)
	}
	if _, variable := base.(*ssa.Alloc); !variable {
		s = s.or(u.claims(x.Type()))
	}
	u.readHere(s, x.X.Pos())
	return s
}

// readHere notes where an ID that the framework has put into a struct is read.
func (u *unit) readHere(s set, pos token.Pos) {
	s.and(u.ids()).members(func(i int) {
		if u.placed[i] {
			u.id(u.origins[i], pos)
		}
	})
}

// keepsIn reports whether a map or list is held by something that does work.
func (u *unit) keepsIn(base ssa.Value, t types.Type) bool {
	var elem types.Type
	switch x := t.Underlying().(type) {
	case *types.Map:
		elem = x.Elem()
		if isBool(elem) {
			elem = x.Key() // A set.
		}
	case *types.Slice:
		elem = x.Elem()
	default:
		return false
	}
	return ssax.StructOf(elem) != nil && !u.e.inert(elem) && u.e.isService(base.Type(), 0) && !u.e.carriesRequest(base.Type())
}

// claims is the identity, for values of a token's or its claims' type.
func (u *unit) claims(t types.Type) set {
	if u.e.isClaims(t) {
		return set{}.with(identity)
	}
	return set{}
}

func (u *unit) extract(x *ssa.Extract) set {
	if call, ok := x.Tuple.(ssa.CallInstruction); ok {
		if rs := u.tuples[call]; x.Index < len(rs) {
			return rs[x.Index].or(u.claims(x.Type()))
		}
		return u.claims(x.Type())
	}
	if x.Index == 0 || !isBool(x.Type()) {
		return u.get(x.Tuple).or(u.claims(x.Type()))
	}
	return set{}
}

// lookup is an element of a map: of the parameters of a path the one named,
// of claims a claim, of other maps what the map or the key derives from.
func (u *unit) lookup(x *ssa.Lookup) set {
	key, named := constText(x.Index)
	var out set
	u.deep(x.X).or(u.get(u.base(x.X))).or(u.claims(x.X.Type())).members(func(i int) {
		o := u.origins[i]
		switch {
		case o.Source == ID && o.Name == "*" && named:
			o.Name = key
			out = out.with(u.id(o, x.Pos()))
		case o.Source == Identity && named && roleName(key):
			out = out.with(role)
		case o.Source == Identity && named && aboutToken(key):
		default:
			out = out.with(i)
		}
	})
	return out.or(u.get(x.Index))
}

// id returns the number of an ID and notes where it is read first.
func (u *unit) id(o Origin, pos token.Pos) int {
	n := u.intern(o)
	if old, ok := u.readAt[n]; !ok || pos.IsValid() && pos < old {
		u.readAt[n] = pos
	}
	return n
}

func isComparison(op token.Token) bool {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}
