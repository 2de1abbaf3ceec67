package access

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// act is an access that a unit makes, with what its fact leaves out.
type act struct {
	Act
	number int // of the ID's origin
	fn     *ssa.Function
	block  *ssa.BasicBlock
	call   *ssa.Call // that makes it in a callee, or nil
	pos    token.Pos
	around
}

// around is what stands around an access in its function.
type around struct {
	beside set // what else selects the record
	late   set // what it is compared with in vain
	roles  set // what is asked whether it may
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
	if len(u.acts) > 8*maxActs {
		u.acts = u.acts[:8*maxActs]
	}
	tested := u.tested()
	for _, a := range u.acts {
		u.settle(a, tested)
	}
}

// actsAt adds the accesses that an instruction makes.
func (u *unit) actsAt(instr ssa.Instruction) {
	switch x := instr.(type) {
	case ssa.CallInstruction:
		u.actsOfCall(x)
	case *ssa.Lookup:
		if u.kept(x.X) && u.isStore(x.X) {
			u.addActs(x, u.e.inMemory(data.Reads, x.X), u.deep(x.Index), u.deep(x.Index))
		}
	case *ssa.MapUpdate:
		if u.kept(x.Map) && u.isStore(x.Map) && !u.remembers(x) {
			u.addActs(x, u.e.inMemory(data.Writes, x.Map), u.deep(x.Key), u.deep(x.Key))
		}
	case *ssa.Store:
		u.overwritten(x)
	}
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// inMemory is an access to a map that outlives the call.
func (e *engine) inMemory(kind data.Kind, m ssa.Value) Act {
	a := Act{Kind: kind, Callee: MapPrefix + mapName(m)}
	if t := e.record(m.Type().Underlying().(*types.Map).Elem()); t != nil {
		a.Record = e.recordOf(t)
	}
	return a
}

// MapPrefix stands in front of the name of a map, where an access is no call.
const MapPrefix = "map "

// mapName is what a map is called in the source.
func mapName(m ssa.Value) string {
	if load, ok := m.(*ssa.UnOp); ok {
		switch addr := load.X.(type) {
		case *ssa.FieldAddr:
			if f := ssax.Field(addr.X.Type(), addr.Field); f != nil {
				return f.Name()
			}
		case *ssa.Global, *ssa.FreeVar:
			return addr.Name()
		}
	}
	return m.Name()
}

// overwritten is a change of a record that was found in memory: no call tells of it.
func (u *unit) overwritten(store *ssa.Store) {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	switch base := u.base(addr.X).(type) {
	case *ssa.Alloc:
		return
	case *ssa.Parameter:
		if base.Parent() != u.root {
			return // Whoever calls the literal has found it, and knows where.
		}
	}
	if s := u.get(addr.X); s.has(stored) {
		a := Act{Kind: data.Writes, Callee: u.root.Name()}
		if t := u.e.record(addr.X.Type()); t != nil {
			a.Record = u.e.recordOf(t)
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
		if b.Name() == "delete" && u.kept(common.Args[0]) && u.isStore(common.Args[0]) {
			u.addActs(call, u.e.inMemory(data.Writes, common.Args[0]), u.deep(common.Args[1]), u.deep(common.Args[1]))
		}
		return
	}
	fn := ssax.Callee(common)
	if fn == nil || u.literal(common) != nil {
		return
	}
	if u.e.models.Web(fn) != nil || u.e.models.Speaks(fn) {
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
	if kind == data.Writes && store && (pushes(args) || appends(fn, args)) {
		kind = data.Inserts
	}
	a := Act{Kind: kind, Callee: calleeName(fn)}
	ids := u.keys(call, fn, kind)
	beside := u.selecting(call, fn)
	if kind == data.Inserts {
		a.Stamps = u.given(call).has(identity)
		beside = set{}
	}
	if kind == data.Writes {
		a.Counts = u.counting(call, fn)
	}
	a.Unseen = !store && u.e.hasIdentityCarrier(common)
	u.e.describe(&a, call, fn)
	u.listed(call, fn, &a, store)
	before := len(u.acts)
	u.addActs(call, a, ids, beside)
	for _, one := range u.acts[before:] {
		one.Through = u.through(call, fn, one.number)
	}
}

// hasIdentityCarrier reports whether the callee may find the identity by itself.
func (e *engine) hasIdentityCarrier(common *ssa.CallCommon) bool {
	return slices.ContainsFunc(common.Args, func(v ssa.Value) bool { return e.carriesIdentity(v.Type()) })
}

// addActs adds one access for each ID, operand or identity that it is made by.
func (u *unit) addActs(instr ssa.Instruction, a Act, ids, beside set) {
	u.addAround(instr, a, ids, around{beside: beside})
}

// addAround adds accesses with what stands around them.
func (u *unit) addAround(instr ssa.Instruction, a Act, ids set, with around) {
	ids.members(func(i int) {
		o := u.origins[i]
		if o.Source == Role || o.Source == Stored || o.Source == Value || o.Name == wholePath || u.isHandle(o) {
			return
		}
		one := &act{Act: a, number: i, fn: instr.Parent(), block: instr.Block(), pos: instr.Pos(), around: with}
		if a.Where != "" {
			one.call, _ = instr.(*ssa.Call)
		}
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
