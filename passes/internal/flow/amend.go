package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// OptionList is the call in the source whose last arguments are the options
// that a site verifies with: the verifying call, or that which builds its parser.
type OptionList struct {
	Call    *ast.CallExpr
	Library *types.Package
	Sites   []*Site // all that verify with them, in source order, those of tests left out
}

// First reports whether the site is the first of those that verify with the
// options. It offers a fix on behalf of all: it is one change.
func (l *OptionList) First(s *Site) bool { return l.Sites[0] == s }

// Has reports whether an option is made by a call right in the list.
func (l *OptionList) Has(option *ast.CallExpr) bool {
	return slices.ContainsFunc(l.Call.Args, func(arg ast.Expr) bool { return ast.Unparen(arg) == option })
}

// OptionListOf finds the call at which one more option would reach a site; nil
// if there is none in view, or if other code could see the difference.
func (r *Result) OptionListOf(s *Site) *OptionList {
	call := r.engine.optionCall(s)
	if call == nil {
		return nil
	}
	list := &OptionList{Library: ssax.Callee(call.Common()).Pkg(), Call: r.engine.parens().calls[call.Common().Pos()]}
	if list.Call == nil || list.Call.Ellipsis.IsValid() {
		return nil
	}
	for _, other := range r.Sites {
		if r.engine.optionCall(other) == call && (other == s || !isTestFile(r.engine.pass, other.Pos)) {
			list.Sites = append(list.Sites, other)
		}
	}
	return list
}

// optionCall is the call that gives a site's options to the library, or nil.
func (e *engine) optionCall(s *Site) ssa.CallInstruction {
	if s.call == nil || s.Own || len(s.Steps) > 0 {
		return nil // A wrapper's caller, or a wrapper that the project describes: the options are its own.
	}
	row := e.row(ssax.Callee(s.call.Common()))
	if row == nil || row.Does != model.Verifies {
		return nil
	}
	if recv, _ := ssax.Args(s.call.Common()); recv != nil {
		if built := e.parserCall(recv, 0); built != nil {
			return built
		}
		return nil
	}
	if row.Options == model.None {
		return nil
	}
	if carrier := e.carriedParser(s.call, row); carrier != nil {
		if built := e.parserCall(carrier, 0); built != nil {
			return built
		}
		return nil
	}
	return s.call
}

// carriedParser is the parser that an option hands over (request.WithParser),
// or nil.
func (e *engine) carriedParser(call ssa.CallInstruction, row *model.Func) ssa.Value {
	list := OperandAt(call.Common(), row.Options)
	if list == nil {
		return nil
	}
	for _, elem := range ssax.Elements(list) {
		opt, ok := elem.(*ssa.Call)
		if !ok {
			continue
		}
		if r := e.row(ssax.Callee(opt.Common())); r != nil && r.Does == model.Carries && r.Options != model.None {
			return OperandAt(opt.Common(), r.Options)
		}
	}
	return nil
}

// parserCall is the one call that builds a parser which is kept in a local
// variable, or in a variable or field that only this package sees.
func (e *engine) parserCall(parser ssa.Value, depth int) *ssa.Call {
	if depth > 6 {
		return nil
	}
	switch x := parser.(type) {
	case *ssa.Call:
		row := e.row(ssax.Callee(x.Common()))
		if row != nil && row.Does == model.BuildsParser && e.keptClose(x) {
			return x
		}
	case *ssa.UnOp:
		if x.Op == token.MUL && e.private(x.X) {
			if stores := e.plainStores(x.X); len(stores) == 1 {
				return e.parserCall(stores[0].Val, depth+1)
			}
		}
	}
	return nil
}

// plainStores are the stores to a variable or field, through closures.
func (e *engine) plainStores(addr ssa.Value) []*ssa.Store {
	if fv, ok := addr.(*ssa.FreeVar); ok {
		captured := e.captured(fv)
		if len(captured) != 1 {
			return nil
		}
		return e.plainStores(captured[0])
	}
	return e.storesTo(addr)
}

// private reports whether nobody outside the package can see a variable or field.
func (e *engine) private(addr ssa.Value) bool {
	switch addr := addr.(type) {
	case *ssa.Global:
		use := e.globals[addr]
		return addr.Pkg == e.pkg && !addr.Object().Exported() && use != nil && !use.exposed
	case *ssa.FieldAddr:
		f := ssax.Field(addr.X.Type(), addr.Field)
		return f != nil && f.Pkg() == e.pass.Pkg && !f.Exported() && !e.exposed[f]
	case *ssa.Alloc, *ssa.FreeVar:
		return true
	}
	return false
}

// keptClose reports whether a parser only verifies, is handed over by an
// option, or is stored where nobody else sees it and read for that alone.
func (e *engine) keptClose(parser ssa.Value) bool {
	for _, ref := range *parser.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val != parser || !e.private(ref.Addr) || !e.readClose(ref.Addr) {
				return false
			}
		case ssa.CallInstruction:
			row := e.row(ssax.Callee(ref.Common()))
			if row == nil || row.Does != model.Verifies && row.Does != model.Carries {
				return false
			}
		case *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// readClose asks keptClose of everything that is read from a variable or field.
func (e *engine) readClose(addr ssa.Value) bool {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				load, ok := instr.(*ssa.UnOp)
				if ok && load.Op == token.MUL && e.sameAddr(load.X, addr) && !e.keptClose(load) {
					return false
				}
			}
		}
	}
	return true
}

// sameAddr reports whether two addresses are of one variable, or of one field
// of any two structs.
func (e *engine) sameAddr(x, y ssa.Value) bool {
	if fv, ok := x.(*ssa.FreeVar); ok {
		captured := e.captured(fv)
		return len(captured) == 1 && e.sameAddr(captured[0], y)
	}
	fx, isField := x.(*ssa.FieldAddr)
	fy, alsoField := y.(*ssa.FieldAddr)
	if isField && alsoField {
		f := ssax.Field(fx.X.Type(), fx.Field)
		return f != nil && f == ssax.Field(fy.X.Type(), fy.Field)
	}
	return x == y
}

// OptionNamed returns the function of a library, at the version in use, that
// makes an option which enforces the claim: given an expected value, it refuses
// every token without it. It returns "" if there is none.
func (r *Result) OptionNamed(library *types.Package, claim model.Claim) string {
	lib := jwt.LibraryOf(library.Path())
	if lib == nil {
		return ""
	}
	for i := range lib.Funcs {
		row := &lib.Funcs[i]
		if row.Does != model.Enforces || row.Check != claim || row.Recv != "" || row.Absent {
			continue
		}
		fn, ok := library.Scope().Lookup(row.Name).(*types.Func)
		if ok && r.engine.row(fn) == row {
			return row.Name
		}
	}
	return ""
}

// OptionAt returns the call expression that makes an option of a site, if it
// stands in the list of the site's options; else nil.
func (r *Result) OptionAt(list *OptionList, option Value) *ast.CallExpr {
	if len(option.Steps) == 0 {
		return nil
	}
	call := r.engine.parens().calls[option.Steps[0].Pos]
	if call == nil || !list.Has(call) {
		return nil
	}
	return call
}
