package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Minted is a place that issues tokens: a call of a library's function that
// takes the claims, or of a function that leaves them, or their lifetime, to
// its caller.
type Minted struct {
	Pos, End token.Pos
	Name     string // of the called function
	Exp      []Exp  // what the exp may be
	// Refresh: names around it say that it may be a refresh token.
	Refresh bool
	Steps   []Step

	call ssa.CallInstruction
	root token.Pos // of the library's call, or of the other package's function
}

// Made is what a FuncFact says of claims that a function returns.
type Made struct {
	Result int
	Exp    []Exp
}

// minted lists the places that issue tokens, completed at the callers of
// functions on whose operands the exp depends.
func (e *engine) minted() []*Minted {
	var open []*Minted
	for _, call := range e.allCalls {
		open = append(open, e.mintedAt(call)...)
	}
	var done []*Minted
	seen := make(map[hop]bool)
	for len(open) > 0 {
		var next []*Minted
		for _, m := range open {
			owners := m.owners()
			for _, owner := range owners {
				e.keepMinted(owner, m)
				next = append(next, e.mintedAtCallers(m, owner, seen)...)
			}
			m.Exp = slices.DeleteFunc(slices.Clone(m.Exp), func(x Exp) bool { return x.depends() != nil })
			if len(m.Exp) > 0 || len(owners) == 0 {
				done = append(done, m)
			}
		}
		open = next
	}
	return done
}

// owners lists the functions on whose operands the exp depends.
func (m *Minted) owners() []*ssa.Function {
	var out []*ssa.Function
	for _, x := range m.Exp {
		if owner := x.depends(); owner != nil && !slices.Contains(out, owner) {
			out = append(out, owner)
		}
	}
	return out
}

// keepMinted notes, for a function's fact, what depends on its operands.
func (e *engine) keepMinted(owner *ssa.Function, m *Minted) {
	c := *m
	c.Exp = dependingOn(owner, m.Exp)
	e.openMinted[owner] = append(e.openMinted[owner], &c)
}

func dependingOn(owner *ssa.Function, list []Exp) []Exp {
	return slices.DeleteFunc(slices.Clone(list), func(x Exp) bool { return x.depends() != owner })
}

// mintedAtCallers is the token as each call of owner issues it.
func (e *engine) mintedAtCallers(m *Minted, owner *ssa.Function, seen map[hop]bool) []*Minted {
	var out []*Minted
	for _, call := range e.calls[owner] {
		if seen[hop{m.root, call}] {
			continue
		}
		seen[hop{m.root, call}] = true
		c := *m
		c.Exp = e.expAtCall(dependingOn(owner, m.Exp), owner, call, -1)
		if len(c.Exp) == 0 {
			continue
		}
		c.Steps = append([]Step{{Pos: m.Pos, Phrase: m.Name + " issues the token"}}, m.Steps...)
		c.Pos, c.End = e.span(call)
		c.call, c.Name = call, owner.Name()
		c.Refresh = m.Refresh || e.mayRefresh(call, c.Exp)
		out = append(out, &c)
	}
	return out
}

// mintedAt is the token that a call issues, if it does.
func (e *engine) mintedAt(call ssa.CallInstruction) []*Minted {
	fn := ssax.Callee(call.Common())
	if row := e.row(fn); row != nil {
		if row.Does != model.BuildsToken && (row.Does != model.Signs && row.Does != model.Issues || row.Claims == model.None) {
			return nil
		}
		m := &Minted{Name: calleeName(fn), call: call, Exp: e.expIssued(row, call)}
		m.Pos, m.End = e.span(call)
		m.root = m.Pos
		m.Refresh = e.mayRefresh(call, m.Exp)
		return []*Minted{m}
	}
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	var out []*Minted
	for _, template := range fact.Minted {
		m := template
		m.call, m.Name = call, calleeName(fn)
		m.Pos, m.End = e.span(call)
		m.root = m.Pos
		m.Exp = e.expAtCall(placedExp(template.Exp, m.Pos), nil, call, -1)
		if len(m.Exp) == 0 {
			continue
		}
		m.Steps = append([]Step{{Pos: m.Pos, Phrase: m.Name + " issues the token"}}, placedSteps(template.Steps, m.Pos)...)
		m.Refresh = template.Refresh || e.mayRefresh(call, m.Exp)
		out = append(out, &m)
	}
	return out
}

// expIssued is the exp of the claims that a library's call takes, or of the
// token that it returns without any: until it is signed, the program may set it.
func (e *engine) expIssued(row *model.Func, call ssa.CallInstruction) []Exp {
	claims := OperandAt(call.Common(), row.Claims)
	tok, isCall := call.(*ssa.Call)
	switch {
	case row.Does != model.BuildsToken:
		return e.expOf(claims, call, 0)
	case !isCall:
		return unseenExp
	}
	sink := e.signingOf(tok)
	if claims == nil {
		return e.expOf(tok, sink, 0)
	}
	return e.expOf(claims, sink, 0)
}

// signingOf is the call that signs a token where it is built, or nil.
func (e *engine) signingOf(tok *ssa.Call) ssa.Instruction {
	for _, ref := range *tok.Referrers() {
		if call, ok := ref.(ssa.CallInstruction); ok {
			if row := e.row(ssax.Callee(call.Common())); row != nil && row.Does == model.Signs {
				return call
			}
		}
	}
	return nil
}

// issuesGiven reports whether another package's function only issues tokens
// with the claims that it is given.
func (e *engine) issuesGiven(fn *types.Func) bool {
	fact := e.fact(fn)
	return fact != nil && slices.ContainsFunc(fact.Minted, func(m Minted) bool {
		return slices.ContainsFunc(m.Exp, func(x Exp) bool { return x.Dating == GivenClaims })
	})
}

// summariseExpiry fills in what a function issues with its operands, and the
// claims that it returns.
func (e *engine) summariseExpiry(fn *ssa.Function, fact *FuncFact) {
	for _, m := range e.openMinted[fn] {
		c := *m
		c.Pos, c.End, c.call, c.root = token.NoPos, token.NoPos, nil, token.NoPos
		c.Exp = e.portableExp(m.Exp, fn)
		c.Steps = e.portableSteps(append([]Step{{Pos: m.Pos, Phrase: m.Name + " issues the token"}}, m.Steps...))
		fact.Minted = append(fact.Minted, c)
	}
	results := fn.Signature.Results()
	for i := range results.Len() {
		if _, ok := ClaimedType(results.At(i).Type()); !ok {
			continue
		}
		var exp []Exp
		for _, ret := range e.returns(fn) {
			if i < len(ret.results) && !ret.fails {
				exp = append(exp, e.expOf(ret.results[i], ret.block.Instrs[len(ret.block.Instrs)-1], 0)...)
			}
		}
		exp = withoutFallback(exp)
		if slices.ContainsFunc(exp, func(x Exp) bool { return x.Dating != DatingUnseen }) {
			fact.Made = append(fact.Made, Made{Result: i, Exp: e.portableExp(exp, fn)})
		}
	}
}

// portableExp makes possibilities fit for a fact of fn.
func (e *engine) portableExp(list []Exp, fn *ssa.Function) []Exp {
	var out []Exp
	for _, x := range list {
		if owner := x.depends(); owner != nil && owner != fn {
			x = Exp{}
		}
		if x.Dating == Dated && x.Date.Factor != 0 && x.Date.owner != fn {
			x.Date.Open, x.Date.Factor, x.Date.Operand = true, 0, 0
		}
		if x.Only != nil {
			cond := *x.Only
			cond.owner = nil
			x.Only = &cond
		}
		x.owner, x.Date.owner, x.set = nil, nil, nil
		x.Steps = e.portableSteps(x.Steps)
		out = append(out, x)
	}
	return out
}

// placedExp returns imported possibilities with their steps standing where this
// package gets them.
func placedExp(list []Exp, pos token.Pos) []Exp {
	out := make([]Exp, len(list))
	for i, x := range list {
		x.Steps = placedSteps(x.Steps, pos)
		out[i] = x
	}
	return out
}
