package flow

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// indexFunc indexes a function.
func (e *engine) indexFunc(fn *ssa.Function) {
	before := len(e.allCalls)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			e.index(instr)
		}
	}
	if !isTestFile(e.pass, fn.Pos()) {
		e.untested = append(e.untested, e.allCalls[before:]...)
	}
}

// index notes what later questions look up by callee, closure, field or variable.
func (e *engine) index(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.MakeClosure:
		fn := instr.Fn.(*ssa.Function)
		e.closures[fn] = append(e.closures[fn], instr)
	case *ssa.FieldAddr:
		if f := ssax.Field(instr.X.Type(), instr.Field); f != nil {
			e.indexField(f, instr)
		}
	case ssa.CallInstruction:
		e.allCalls = append(e.allCalls, instr)
		if fn := instr.Common().StaticCallee(); fn != nil {
			fn = ssax.Origin(fn)
			e.calls[fn] = append(e.calls[fn], instr)
			e.indexBinding(instr)
		} else if common := instr.Common(); common.IsInvoke() {
			e.invokes[common.Method.Name()] = append(e.invokes[common.Method.Name()], instr)
		}
	}
	e.operands = instr.Operands(e.operands[:0])
	for _, op := range e.operands {
		if g, ok := (*op).(*ssa.Global); ok {
			e.indexGlobal(g, instr)
		}
	}
}

// callersOf returns the calls of a function in this package, those through an
// interface that its receiver has included.
func (e *engine) callersOf(fn *ssa.Function) []ssa.CallInstruction {
	recv := fn.Signature.Recv()
	if recv == nil {
		return e.calls[fn]
	}
	out := slices.Clip(e.calls[fn])
	for _, call := range e.invokes[fn.Name()] {
		if iface, ok := call.Common().Value.Type().Underlying().(*types.Interface); ok && types.Implements(recv.Type(), iface) {
			out = append(out, call)
		}
	}
	return out
}

// indexBinding notes calls such as flag.StringVar(&variable, ...), and defaults
// of settings, whose names have no case.
func (e *engine) indexBinding(instr ssa.CallInstruction) {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return
	}
	row := std.Of(ssax.Callee(call.Common()))
	_, args := ssax.Args(call.Common())
	if row == nil || len(args) <= row.Arg {
		return
	}
	switch row.Does {
	case std.Binds:
		if g, ok := args[0].(*ssa.Global); ok {
			e.bindings[g] = call
		}
	case std.SetsDefault:
		if name, ok := args[0].(*ssa.Const); ok && name.Value != nil {
			e.settings[strings.ToLower(constant.StringVal(name.Value))] = call
		}
	}
}

func (e *engine) indexField(f *types.Var, addr *ssa.FieldAddr) {
	e.fieldAddrs[f] = append(e.fieldAddrs[f], addr)
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				e.fieldStores[f] = append(e.fieldStores[f], ref)
				continue
			}
			e.exposed[f] = true
		case *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.DebugRef:
		case ssa.CallInstruction:
			if e.setsOperand(ref.Common(), addr) {
				e.exposed[f] = true
			}
		default:
			e.exposed[f] = true
		}
	}
}

// setsOperand reports whether a call that is given an address may store
// there; a method call on the address of a struct of ours is left to the field index.
func (e *engine) setsOperand(call *ssa.CallCommon, addr ssa.Value) bool {
	recv, _ := ssax.Args(call)
	return recv != addr
}

func (e *engine) indexGlobal(g *ssa.Global, instr ssa.Instruction) {
	use := e.globals[g]
	if use == nil {
		use = new(globalUse)
		e.globals[g] = use
	}
	switch instr := instr.(type) {
	case *ssa.Store:
		if instr.Addr == g {
			use.stores = append(use.stores, instr)
			return
		}
		use.exposed = true
	case *ssa.UnOp:
		use.loads = append(use.loads, instr)
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.DebugRef:
	default:
		use.exposed = true
	}
}
