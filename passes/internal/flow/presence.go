package flow

import (
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Presence is a middleware that only asks whether there is a token.
type Presence struct {
	Pos, End token.Pos
	Refusal  token.Pos // where requests without one are refused
}

// findPresence lists the middlewares of the package that read the Authorization
// header, refuse requests without it, and do nothing else with it. One that gives
// the request to any other function is not among them: that may verify.
func (e *engine) findPresence() []Presence {
	var out []Presence
	for _, fn := range e.funcs {
		if isTestFile(e.pass, fn.Pos()) {
			continue
		}
		read, refusal := e.presenceIn(fn)
		if read == nil || !refusal.IsValid() {
			continue
		}
		p := Presence{Refusal: refusal}
		p.Pos, p.End = e.span(read)
		out = append(out, p)
	}
	return out
}

// presenceIn is the call that reads the header in a middleware of that kind, and
// the refusal; nil for other functions.
func (e *engine) presenceIn(fn *ssa.Function) (read *ssa.Call, refusal token.Pos) {
	passes := false
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				if _, other := instr.(ssa.CallInstruction); other {
					return nil, token.NoPos // It goes on somewhere else.
				}
				continue
			}
			switch e.inMiddleware(call) {
			case readsHeader:
				if read != nil || !e.onlyLookedAt(call) {
					return nil, token.NoPos
				}
				read = call
			case refusesRequest:
				refusal = call.Pos()
			case handsOn:
				passes = true
			case looksElsewhere:
				return nil, token.NoPos
			}
		}
	}
	if !passes {
		return nil, token.NoPos
	}
	return read, refusal
}

// step in a middleware.
type middlewareCall int

const (
	ofNoMatter middlewareCall = iota
	readsHeader
	refusesRequest
	handsOn
	looksElsewhere // at a cookie, a session, the request as a whole
)

func (e *engine) inMiddleware(call *ssa.Call) middlewareCall {
	fn := ssax.Callee(call.Common())
	row := e.models.Web(fn)
	switch {
	case row == nil && (fn == nil && e.givenRequest(call) || fn != nil && fn.Name() == "ServeHTTP"):
		return handsOn
	case row == nil && (e.row(fn) != nil || e.givenRequest(call)):
		return looksElsewhere
	case row == nil:
		return ofNoMatter
	}
	switch row.Does {
	case web.HeaderParameter:
		if v := e.eval(call, call.Pos()); v.Source == FromHeader && strings.EqualFold(v.Text, "Authorization") || e.namesHeader(call, row) {
			return readsHeader
		}
	case web.Passes:
		return handsOn
	case web.Aborts:
		return refusesRequest
	case web.Responds:
		if refusesCaller(call) {
			return refusesRequest
		}
	case web.CookieParameter, web.GetsValue, web.GetsIdentity, web.VerifiesToken, web.QueryParameter, web.BodyParameter, web.Binds:
		return looksElsewhere
	}
	return ofNoMatter
}

// namesHeader reports whether a call reads the Authorization header by its name.
func (e *engine) namesHeader(call *ssa.Call, row *web.Func) bool {
	key := OperandAt(call.Common(), row.Key)
	return key != nil && strings.EqualFold(e.eval(key, call.Pos()).Text, "Authorization")
}

// givenRequest reports whether a call gets the request, also as the receiver.
func (e *engine) givenRequest(call *ssa.Call) bool {
	_, args := ssax.Args(call.Common())
	return slices.ContainsFunc(args, func(arg ssa.Value) bool { return e.ofRequest(arg.Type()) })
}

// onlyLookedAt reports whether a text is only asked for being there, or for how
// it begins, and taken apart.
func (e *engine) onlyLookedAt(v ssa.Value) bool {
	seen := make(map[ssa.Value]bool)
	work := []ssa.Value{v}
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[v] || v.Referrers() == nil {
			continue
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			next, ok := e.inspects(v, ref)
			if !ok {
				return false
			}
			if next != nil {
				work = append(work, next)
			}
		}
	}
	return true
}

// inspects reports whether an instruction does no more than that, and returns what
// it makes of the text.
func (e *engine) inspects(v ssa.Value, ref ssa.Instruction) (next ssa.Value, ok bool) {
	switch x := ref.(type) {
	case *ssa.DebugRef, *ssa.If:
		return nil, true
	case *ssa.BinOp:
		return nil, x.Op != token.ADD && (asksPresence(x.X) || asksPresence(x.Y))
	case *ssa.Phi, *ssa.Slice, *ssa.IndexAddr, *ssa.Index, *ssa.Extract, *ssa.UnOp, *ssa.Lookup:
		return ref.(ssa.Value), true
	case *ssa.Call:
		if _, builtin := x.Call.Value.(*ssa.Builtin); builtin {
			return x, true
		}
		fn := ssax.Callee(x.Common())
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "strings" {
			return nil, false
		}
		if row := std.Of(fn); row != nil && row.Does == std.Matches {
			return nil, slices.ContainsFunc(x.Call.Args, func(arg ssa.Value) bool { return arg != v && asksPresence(arg) })
		}
		return x, true
	}
	return nil, false
}

// asksPresence reports whether a constant is what one compares with to know
// whether there is a token: nothing, a number, the name of the scheme.
func asksPresence(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	if c.Value == nil || c.Value.Kind() != constant.String {
		return true
	}
	text := strings.TrimSpace(constant.StringVal(c.Value))
	return text == "" || strings.EqualFold(text, "Bearer")
}
