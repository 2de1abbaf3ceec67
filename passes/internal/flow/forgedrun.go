package flow

import (
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

const (
	// maxTryBlocks bounds the blocks that one try goes through.
	maxTryBlocks = 1500
	// maxTryDepth bounds the calls that it follows, in and out.
	maxTryDepth = 4
)

// try is one forged token on its way through the program.
type try struct {
	*engine
	how     TrustHow
	late    bool
	library *model.Library
	call    *ssa.Call // where it starts
	results []known
	claims  ssa.Value // the operand that claims are decoded to, or nil
	text    Value     // the token

	site    *ssa.Call // where what is found is reported
	steps   []Step    // from there to where it starts
	left    int       // blocks that may still be gone through
	ids     map[ssa.Value]int
	running map[*ssa.Function]bool
	hops    map[hop]bool
	out     []*Trust
}

// path is one way through a function, with what is known on it.
type path struct {
	block *ssa.BasicBlock
	index int // of the next instruction
	vals  map[ssa.Value]known
	mem   map[ssa.Value]known // what variables hold
	many  map[ssa.Value][]known

	refused token.Pos // the call that has refused the request
	abort   string    // the method by which a middleware of that framework has to do so; "": it returns
	aborted bool      // the chain has been stopped
	unclear bool      // something out of view may have stopped it
	used    Step      // the first use of the claims
	tested  bool      // a claim has decided where to go
}

// outcome is how a function returns.
type outcome struct {
	results []known
	errors  []bool // which of them are errors
	end     path   // the flags only
}

func newPath() *path {
	return &path{vals: make(map[ssa.Value]known), mem: make(map[ssa.Value]known), many: make(map[ssa.Value][]known)}
}

// fork is a copy that goes on elsewhere.
func (p *path) fork(block *ssa.BasicBlock, index int) *path {
	q := *p
	q.block, q.index = block, index
	q.vals, q.mem, q.many = maps.Clone(p.vals), maps.Clone(p.mem), maps.Clone(p.many)
	return &q
}

// flags copies what holds beyond the function.
func (p *path) flags(from path) {
	p.refused, p.abort, p.aborted, p.unclear, p.used, p.tested = from.refused, from.abort, from.aborted, from.unclear, from.used, from.tested
}

// enter goes from one block to the next, whose phis take what that way brings.
func (p *path) enter(from, to *ssa.BasicBlock) *path {
	q := p.fork(to, 0)
	pred := slices.Index(to.Preds, from)
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		q.set(phi, p.valueOf(phi.Edges[pred]))
	}
	return q
}

func (p *path) set(v ssa.Value, k known) {
	if k == (known{}) {
		delete(p.vals, v)
		return
	}
	p.vals[v] = k
}

// follow goes all ways from a path, and returns how the function ends on them.
func (t *try) follow(start *path) []outcome {
	var out []outcome
	seen := make(map[string]bool)
	work := []*path{start}
	for len(work) > 0 && t.left > 0 {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		key := t.fingerprint(p)
		if seen[key] {
			continue
		}
		seen[key] = true
		t.left--
		next, ended := t.through(p)
		work = append(work, next...)
		if ended != nil && !slices.ContainsFunc(out, ended.same) {
			out = append(out, *ended)
		}
	}
	return out
}

func (o *outcome) same(other outcome) bool {
	return slices.Equal(o.results, other.results) && o.end.refused == other.end.refused && o.end.aborted == other.end.aborted &&
		o.end.unclear == other.end.unclear && o.end.used == other.end.used && o.end.tested == other.end.tested
}

// fingerprint tells paths apart that know different things.
func (t *try) fingerprint(p *path) string {
	var facts []string
	for _, held := range []map[ssa.Value]known{p.vals, p.mem} {
		for v, k := range held {
			facts = append(facts, fmt.Sprintf("%d:%d:%d", t.id(v), k.is, k.number))
		}
		facts = append(facts, "|")
	}
	slices.Sort(facts)
	return fmt.Sprint(p.block.Index, p.index, p.refused, p.aborted, p.unclear, p.used.Pos, p.tested, strings.Join(facts, ","))
}

func (t *try) id(v ssa.Value) int {
	id, ok := t.ids[v]
	if !ok {
		id = len(t.ids) + 1
		t.ids[v] = id
	}
	return id
}

// through goes to the end of the path's block. It returns where it goes on from
// there, or how the function ends.
func (t *try) through(p *path) (next []*path, ended *outcome) {
	for ; p.index < len(p.block.Instrs); p.index++ {
		switch instr := p.block.Instrs[p.index].(type) {
		case *ssa.Phi:
		case *ssa.If:
			return t.branch(p, instr), nil
		case *ssa.Jump:
			return []*path{p.enter(p.block, p.block.Succs[0])}, nil
		case *ssa.Panic:
			return nil, nil
		case *ssa.Return:
			return nil, t.returns(p, instr)
		case *ssa.Call:
			if instr == t.call {
				return nil, nil // In a loop: the next token.
			}
			ways, ends := t.called(p, instr)
			if ends {
				return nil, nil
			}
			if len(ways) > 0 {
				return ways, nil
			}
		default:
			if t.step(p, instr) {
				return nil, nil
			}
		}
	}
	return nil, nil
}

// branch goes where a condition leads to. One that depends on the error in a
// way that cannot be told leads nowhere.
func (t *try) branch(p *path, branch *ssa.If) []*path {
	cond := p.valueOf(branch.Cond)
	p.tested = p.tested || cond.is == isClaim
	yes, no := p.block.Succs[0], p.block.Succs[1]
	switch cond.is {
	case isTrue:
		return []*path{p.enter(p.block, yes)}
	case isFalse:
		return []*path{p.enter(p.block, no)}
	case isJudged:
		return nil
	}
	return []*path{p.enter(p.block, no), p.enter(p.block, yes)}
}

// returns is how a function ends at a return statement.
func (t *try) returns(p *path, ret *ssa.Return) *outcome {
	out := &outcome{end: *p}
	for _, r := range ret.Results {
		k := p.valueOf(r)
		if k.is == vague && ssax.IsError(r.Type()) && t.nonNil(r, p.block, 0) {
			k = known{is: isThere}
		}
		out.results, out.errors = append(out.results, k), append(out.errors, ssax.IsError(r.Type()))
	}
	if out.fails() {
		out.end.used = Step{} // Whoever calls it is told.
	}
	return out
}

// fails reports whether a function tells its caller that something is wrong: with
// an error, with false, or with nothing in place of its only result.
func (o *outcome) fails() bool {
	for i, k := range o.results {
		switch k.is {
		case isFailure, isJudged, isFalse:
			return true
		case isThere:
			if o.errors[i] {
				return true
			}
		case isNothing:
			if len(o.results) == 1 {
				return !o.errors[i]
			}
		}
	}
	return false
}

// vouches reports whether all that a function returns is that nothing is wrong.
func (o *outcome) vouches() bool {
	return len(o.results) == 1 && (o.errors[0] && o.results[0].is == isNothing || o.results[0].is == isTrue)
}

// use notes that something is done with the claims.
func (p *path) use(pos token.Pos, phrase string) {
	if !p.used.Pos.IsValid() {
		p.used = Step{Pos: pos, Phrase: phrase}
	}
}
