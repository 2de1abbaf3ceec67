package access

import (
	"go/constant"
	"go/token"
	"net/http"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Unfinished is a branch that refuses a caller and then goes on all the same:
// what follows its answer is missing.
type Unfinished struct {
	Cond   token.Pos // of the comparison
	Answer token.Pos // opening parenthesis of the call that refuses, the last of the branch
}

// unfinishedFor is a branch that would guard what is done by an ID.
type unfinishedFor struct {
	Unfinished
	id string
}

// Unfinished lists the branches in the function around a finding which compare
// with the caller's identity, answer with a refusal, and would guard what the
// finding is about if they ended there.
func (r *Result) Unfinished(f Finding) []Unfinished {
	var out []Unfinished
	for root, u := range r.engine.units {
		if u == nil || root.Syntax() == nil || f.Pos < root.Syntax().Pos() || f.Pos > root.Syntax().End() {
			continue
		}
		for _, one := range u.unfinished {
			if one.id == f.ID {
				out = append(out, one.Unfinished)
			}
		}
	}
	return out
}

// findUnfinished lists the unit's branches of that kind.
func (u *unit) findUnfinished() {
	for _, a := range u.acts {
		if !a.Late || a.ID.Source != ID {
			continue
		}
		for _, g := range u.guards {
			branch, ok := u.goesOn(g)
			one := unfinishedFor{branch, a.ID.Name}
			if ok && u.wouldGuard(g, one.id) && !slices.Contains(u.unfinished, one) {
				u.unfinished = append(u.unfinished, one)
			}
		}
	}
}

// goesOn reports whether a test that decides nothing leads to a refusal.
func (u *unit) goesOn(g *guard) (Unfinished, bool) {
	if g.deciding || g.idle || g.block == nil || !g.a.has(identity) && !g.b.has(identity) {
		return Unfinished{}, false
	}
	branch, ok := g.block.Instrs[len(g.block.Instrs)-1].(*ssa.If)
	if !ok {
		return Unfinished{}, false
	}
	for _, side := range g.block.Succs {
		if _, on := side.Instrs[len(side.Instrs)-1].(*ssa.Jump); !on {
			continue
		}
		for _, instr := range slices.Backward(side.Instrs) {
			if call, ok := instr.(*ssa.Call); ok && u.e.writesAnswer(call) {
				if !u.e.refuses(call) {
					break
				}
				return Unfinished{branch.Cond.Pos(), call.Pos()}, true
			}
		}
	}
	return Unfinished{}, false
}

// refuses reports whether an answer has the status of a refusal, in so many words.
func (e *engine) refuses(call *ssa.Call) bool {
	if row := e.models.Web(ssax.Callee(call.Common())); row == nil || row.Panics {
		return false
	}
	return slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool {
		c, ok := arg.(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
			return false
		}
		switch c.Int64() {
		case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound:
			return true
		}
		return false
	})
}

// wouldGuard reports whether everything that is done by the ID, and is compared
// in vain, comes behind a test.
func (u *unit) wouldGuard(g *guard, id string) bool {
	ending := *g
	ending.deciding = true
	late := false
	for _, a := range u.acts {
		if !a.Late || a.ID.Source != ID || a.ID.Name != id {
			continue
		}
		if partners, ok := g.against(a.number); !ok || !partners.has(identity) || u.contrary(g, a) || !u.before(&ending, a) {
			return false
		}
		late = true
	}
	return late
}
