package access

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// act is an access that a unit makes, with what its fact leaves out.
type act struct {
	Act
	number int // of the ID's origin
	fn     *ssa.Function
	block  *ssa.BasicBlock
	pos    token.Pos
	beside set // what else selects the record
}

// findActs lists the accesses of the unit, and tells which have met.
func (u *unit) findActs() {
	for _, fn := range u.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				u.actsAt(instr)
			}
		}
	}
	u.actsOfTests()
	tested := u.tested()
	for _, a := range u.acts {
		u.settle(a, tested)
	}
	if len(u.acts) > 8*maxActs {
		u.acts = u.acts[:8*maxActs]
	}
}

// actsAt adds the accesses that an instruction makes.
func (u *unit) actsAt(instr ssa.Instruction) {
	switch x := instr.(type) {
	case ssa.CallInstruction:
		u.actsOfCall(x)
	case *ssa.Lookup:
		if kept(x.X) && u.isStore(x.X) {
			u.addActs(x, u.e.inMemory(data.Reads, x.X), u.deep(x.Index), u.deep(x.Index))
		}
	case *ssa.MapUpdate:
		if kept(x.Map) && u.isStore(x.Map) {
			u.addActs(x, u.e.inMemory(data.Writes, x.Map), u.deep(x.Key), u.deep(x.Key))
		}
	case *ssa.Store:
		u.overwritten(x)
	}
}

// kept reports whether a map outlives the call: it is a field's or a package variable's.
func kept(m ssa.Value) bool {
	load, ok := m.(*ssa.UnOp)
	if !ok {
		_, given := m.(*ssa.FreeVar)
		return given
	}
	switch load.X.(type) {
	case *ssa.FreeVar:
		return true // A factory has been given it.
	case *ssa.FieldAddr:
		if _, params := m.Type().Underlying().(*types.Map); !params {
			return false
		}
		return web.TypeOf(m.Type()) == 0
	case *ssa.Global:
		return true
	}
	return false
}

// inMemory is an access to a map that outlives the call.
func (e *engine) inMemory(kind data.Kind, m ssa.Value) Act {
	a := Act{Kind: kind, Callee: mapName(m)}
	if t := e.record(m.Type().Underlying().(*types.Map).Elem()); t != nil {
		a.Record = recordOf(t)
	}
	return a
}

// mapName is what a map is called in the source.
func mapName(m ssa.Value) string {
	if load, ok := m.(*ssa.UnOp); ok {
		switch addr := load.X.(type) {
		case *ssa.FieldAddr:
			if f := ssax.Field(addr.X.Type(), addr.Field); f != nil {
				return f.Name()
			}
		case *ssa.Global:
			return addr.Name()
		}
	}
	return "a map"
}

// overwritten is a change of a record that was found in memory: no call tells of it.
func (u *unit) overwritten(store *ssa.Store) {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	if _, variable := u.base(addr.X).(*ssa.Alloc); variable {
		return
	}
	if s := u.get(addr.X); s.has(stored) {
		a := Act{Kind: data.Writes, Callee: u.root.Name()}
		if t := u.e.record(addr.X.Type()); t != nil {
			a.Record = recordOf(t)
		}
		u.addActs(store, a, s, s)
	}
}

// isStore reports whether a map holds nothing but the program's records.
func (u *unit) isStore(m ssa.Value) bool {
	return u.get(m).and(u.ids().with(identity).with(role)).empty()
}

func (u *unit) actsOfCall(call ssa.CallInstruction) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" && kept(common.Args[0]) && u.isStore(common.Args[0]) {
			u.addActs(call, u.e.inMemory(data.Writes, common.Args[0]), u.deep(common.Args[1]), u.deep(common.Args[1]))
		}
		return
	}
	fn := ssax.Callee(common)
	if fn == nil || u.literal(common) != nil {
		return
	}
	if row := web.FuncOf(fn); row != nil {
		return
	}
	fact := u.e.fact(fn)
	_, args := ssax.Args(common)
	if _, _, ok := statement(args); fact != nil && (!ok || len(fact.Does.Acts) == 0) {
		u.lift(call, fn, fact)
		return
	}
	kind, store := u.e.kindOf(call, fn)
	if kind == data.Nothing || kind == data.Builds {
		return
	}
	a := Act{Kind: kind, Callee: calleeName(fn)}
	ids := u.keys(call, fn, kind)
	beside := u.selecting(call, fn)
	if kind == data.Inserts {
		a.Stamps = u.given(call).has(identity)
		beside = set{}
	}
	a.Unseen = !store && hasIdentityCarrier(common)
	u.e.describe(&a, u, call, fn)
	u.addActs(call, a, ids, beside)
}

// hasIdentityCarrier reports whether the callee may find the identity by itself.
func hasIdentityCarrier(common *ssa.CallCommon) bool {
	return slices.ContainsFunc(common.Args, func(v ssa.Value) bool { return carriesIdentity(v.Type()) })
}

// given is what a call gets in any position.
func (u *unit) given(call ssa.CallInstruction) set {
	recv, args := ssax.Args(call.Common())
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	fn := ssax.Callee(call.Common())
	for _, a := range args {
		if !u.e.fills(fn, a) {
			s = s.or(u.deep(a))
		}
	}
	return s
}

// keys is what an access is made by: what chooses the records, and the records
// that are stored; not single values that go into a column.
func (u *unit) keys(call ssa.CallInstruction, fn *types.Func, kind data.Kind) set {
	recv, args := ssax.Args(call.Common())
	if kind == data.Inserts {
		return u.given(call)
	}
	if _, _, ok := statement(args); ok {
		return u.selecting(call, fn)
	}
	if !u.e.keeps(fn) {
		return u.given(call)
	}
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	first := data.Values(fn)
	for i, a := range args {
		if !u.e.fills(fn, a) && (first < 0 || i < first || ssax.StructOf(unwrapped(a).Type()) != nil) {
			s = s.or(u.deep(a))
		}
	}
	return s
}

// fills reports whether an argument is where a store puts what it finds.
func (e *engine) fills(fn *types.Func, arg ssa.Value) bool {
	if fn == nil || !e.keeps(fn) || data.KindOf(fn.Name()) != data.Reads {
		return false
	}
	_, pointer := unwrapped(arg).Type().Underlying().(*types.Pointer)
	return pointer
}

// selecting is what chooses the records of an access, or is checked by a call
// out of view: operands that are only stored, logged or sent do not.
func (u *unit) selecting(call ssa.CallInstruction, fn *types.Func) set {
	recv, args := ssax.Args(call.Common())
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	if fn == nil {
		return s.or(u.given(call))
	}
	role := data.Computes
	if fn.Pkg() != nil {
		role = data.Of(fn.Pkg().Path())
	}
	kind := data.KindOf(fn.Name())
	if role == data.Notes || (kind == data.Nothing || kind == data.Inserts) && !authorizerName(fn.Name()) {
		return set{}
	}
	if stmt, at, ok := statement(args); ok {
		return s.or(u.placeholders(stmt, args[at+1:]))
	}
	first := len(args)
	if role == data.Keeps {
		if i := data.Values(fn); i >= 0 && i < len(args) {
			first = i
		}
	}
	for i, a := range args {
		if u.e.fills(fn, a) {
			continue
		}
		if i < first {
			s = s.or(u.deep(a))
		} else {
			s = s.or(u.found(a))
		}
	}
	return s
}

// found is what a record that is stored was loaded by: one that was found by
// the identity is the caller's, whatever has been put into it since.
func (u *unit) found(v ssa.Value) set {
	if ssax.StructOf(unwrapped(v).Type()) == nil {
		return set{}
	}
	return u.shallow(v)
}

// statement finds the SQL among the arguments of a call.
func statement(args []ssa.Value) (data.Statement, int, bool) {
	for i, a := range args {
		if text, ok := constText(a); ok {
			if stmt, ok := data.ParseSQL(text); ok {
				return stmt, i, true
			}
		}
	}
	return data.Statement{}, 0, false
}

// placeholders is what the arguments of a statement that choose its rows derive from.
func (u *unit) placeholders(stmt data.Statement, args []ssa.Value) set {
	var values []ssa.Value
	for _, a := range args {
		if slice, ok := a.(*ssa.Slice); ok {
			values = append(values, elements(slice)...)
			continue
		}
		values = append(values, a)
	}
	var s set
	for i, v := range values {
		if stmt.Selects(i) {
			s = s.or(u.deep(v))
		}
	}
	return s
}

// lift makes accesses of a callee's the caller's own.
func (u *unit) lift(call ssa.CallInstruction, fn *types.Func, fact *FuncFact) {
	for _, inner := range fact.Does.Acts {
		if inner.ID.Source == Identity {
			u.acts = append(u.acts, &act{Act: inner, number: identity, fn: call.Parent(), block: call.Block(), pos: call.Pos()})
			continue
		}
		a := inner
		a.MetBy = nil
		ids := u.at(call, inner.ID)
		var beside set
		for _, o := range inner.MetBy {
			beside = beside.or(u.at(call, o))
		}
		if inner.ID.Source == Operand && inner.ID.Field == "" {
			if arg := operand(call.Common(), inner.ID.Index); arg != nil && u.shallow(arg).has(identity) {
				beside = beside.with(identity)
			}
		}
		if a.Kind == data.Inserts && ids.has(identity) {
			a.Stamps = true
		}
		if a.Record.Name == "" || a.Record.Owner == "" {
			u.e.describe(&a, u, call, fn)
		}
		u.addActs(call, a, ids, beside)
	}
}

// addActs adds one access for each ID, operand or identity that it is made by.
func (u *unit) addActs(instr ssa.Instruction, a Act, ids, beside set) {
	ids.members(func(i int) {
		o := u.origins[i]
		if o.Source == Role || o.Source == Stored || u.isHandle(o) {
			return
		}
		one := &act{Act: a, number: i, fn: instr.Parent(), block: instr.Block(), pos: instr.Pos(), beside: beside}
		one.ID = o
		if one.Where == "" {
			one.Where = ssax.ShortPosition(u.e.pass.Fset, instr.Pos())
		}
		u.acts = append(u.acts, one)
	})
}

// actsOfTests: what is compared with records in memory, one after the other,
// selects among them.
func (u *unit) actsOfTests() {
	for _, g := range u.guards {
		if !g.deciding || g.a.has(stored) == g.b.has(stored) {
			continue
		}
		ids := g.a
		if g.a.has(stored) {
			ids = g.b
		}
		last := g.fn.Blocks[0].Instrs[0]
		where := ssax.ShortPosition(u.e.pass.Fset, g.fn.Pos())
		if g.block != nil {
			last = g.block.Instrs[len(g.block.Instrs)-1]
		}
		u.addActs(last, Act{Kind: data.Reads, Callee: u.root.Name(), Where: where}, ids, set{})
	}
}

// isHandle reports whether an operand is a query or connection, and so no ID.
func (u *unit) isHandle(o Origin) bool {
	return o.Source == Operand && o.Field == "" && data.Handle(u.root.Params[o.Index].Type())
}

// tested returns the IDs that a test of the unit holds against the identity.
func (u *unit) tested() set {
	var s set
	for _, g := range u.guards {
		if !g.deciding {
			continue
		}
		if g.b.has(identity) {
			s = s.or(g.a)
		}
		if g.a.has(identity) {
			s = s.or(g.b)
		}
	}
	return s.and(u.ids())
}

// settle decides whether an access has met, or by which operand it would.
func (u *unit) settle(a *act, tested set) {
	if a.Met {
		return
	}
	others := a.beside.minus(set{}.with(a.number))
	if others.has(identity) || !others.and(tested).empty() {
		a.Met, a.Owned = true, others.has(identity)
		return
	}
	met := others
	for _, g := range u.guards {
		partners, ok := g.against(a.number)
		if !ok {
			continue
		}
		if g.self {
			a.Late = true
			continue
		}
		if !u.before(g, a) {
			a.Late = a.Late || partners.has(identity)
			continue
		}
		if g.role || partners.has(identity) {
			a.Met, a.Owned = true, partners.has(identity)
			return
		}
		met = met.or(partners)
	}
	met.minus(set{}.with(a.number)).members(func(i int) {
		o := u.origins[i]
		o.scope = 0
		whole := a.ID.Source == Operand && o.Source == Operand && o.Index == a.ID.Index && o.Field == ""
		if o.Source == ID || o.Source == Operand && !whole {
			a.MetBy = append(a.MetBy, o)
		}
	})
	slices.SortFunc(a.MetBy, compareOrigins)
	a.MetBy = slices.Compact(a.MetBy)
	a.MetBy = a.MetBy[:min(len(a.MetBy), maxMetBy)]
}

// maxMetBy bounds what an access could be met by.
const maxMetBy = 24

// against returns what a guard holds an origin against.
func (g *guard) against(number int) (set, bool) {
	var out set
	found := g.role
	if g.a.has(number) {
		out, found = out.or(g.b), true
	}
	if g.b.has(number) {
		out, found = out.or(g.a), true
	}
	return out.minus(set{}.with(number)), found
}

// before reports whether a test stands in the way of an access. A read may
// come first: what it returns is used after the test.
func (u *unit) before(g *guard, a *act) bool {
	if !g.deciding {
		return false
	}
	if a.Kind == data.Reads || a.Kind == data.Inserts || g.fn != a.fn || g.block == nil {
		return u.sameScope(g, a)
	}
	if g.block == a.block {
		return false // The branch ends the block.
	}
	return ssax.Reach(g.block, nil, nil)[a.block]
}

// sameScope: a test in one handler says nothing about another.
func (u *unit) sameScope(g *guard, a *act) bool {
	gs, as := u.scopes[g.fn], u.scopes[a.fn]
	return gs == as || gs == 0
}
