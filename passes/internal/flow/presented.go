package flow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// refreshKind is the kind of tokens that are traded for others.
const refreshKind = "refresh"

// presented is a verification that a function makes, by itself or by a function
// that it calls.
type presented struct {
	call    ssa.CallInstruction // in the function itself
	raw     ssa.Value           // the token's text there; nil if it does not come from there
	refresh bool                // names say that the token is one for refreshing
	kept    bool                // the function called may keep or change what it knows of the token
	results map[int]grade       // of the call; nil for a library's
}

// Presented is what a FuncFact says of the token that a function verifies.
type Presented struct {
	Param   int // the operand with the token's text, -1 if it is none
	Refresh bool
	Kept    bool
	// Token and User are the results that are tied to the token, and those that
	// only tell of its user; sorted.
	Token, User []int
}

// presentedIn lists the verifications of a function. Functions that issue
// tokens as well answer for their own.
func (e *engine) presentedIn(fn *ssa.Function) []presented {
	if known, ok := e.presented[fn]; ok {
		return known
	}
	e.presented[fn] = nil // A recursion adds nothing.
	var out []presented
	for call := range ssax.Calls(fn) {
		out = append(out, e.presentedAt(call)...)
	}
	e.presented[fn] = out
	return out
}

// presentedAt lists the verifications behind one call.
func (e *engine) presentedAt(call ssa.CallInstruction) []presented {
	fn := ssax.Callee(call.Common())
	if row := e.row(fn); row != nil {
		if row.Does != model.Verifies || keyless(call, row) || e.unsigned(call, row) {
			return nil
		}
		raw := e.tokenText(call, row)
		return []presented{{call: call, raw: raw, refresh: e.refreshAt(call, raw)}}
	}
	var inner []Presented
	if callee := e.source(call.Common().StaticCallee()); callee != nil {
		if len(e.mintsIn(callee)) > 0 {
			return nil
		}
		inner = e.presentedTo(callee)
	} else if fact := e.fact(fn); fact != nil && len(fact.Mints) == 0 {
		inner = fact.Presented
	}
	var out []presented
	for _, p := range inner {
		here := presented{call: call, kept: p.Kept, results: p.grades(), refresh: p.Refresh || fn != nil && kindIn(strings.ToLower(fn.Name())) == refreshKind}
		if p.Param >= 0 {
			here.raw = operand(call.Common(), p.Param)
		}
		here.refresh = here.refresh || e.refreshAt(call, here.raw)
		out = append(out, here)
	}
	return out
}

// presentedTo is what callers need to know of a function's verifications.
func (e *engine) presentedTo(fn *ssa.Function) []Presented {
	if known, ok := e.presentedFor[fn]; ok {
		return known
	}
	e.presentedFor[fn] = nil // A recursion adds nothing.
	var out []Presented
	for _, p := range e.presentedIn(fn) {
		s := e.spreadFrom(fn, e.seedsOf(p))
		way := Presented{Param: -1, Refresh: p.refresh || s.told, Kept: p.kept || s.kept || e.callsReplacing(fn)}
		if p.raw != nil {
			way.Param = paramOf(p.raw)
		}
		way.Token, way.User = indices(s.results, ofToken), indices(s.results, ofUser)
		out = append(out, way)
	}
	e.presentedFor[fn] = out
	return out
}

// grades is how closely each result is tied to the token.
func (p *Presented) grades() map[int]grade {
	out := make(map[int]grade)
	for _, i := range p.Token {
		out[i] = ofToken
	}
	for _, i := range p.User {
		out[i] = ofUser
	}
	return out
}

// comparedAsRefresh reports whether what a function reads from the token that it has
// verified meets a text that names tokens for refreshing.
func (e *engine) comparedAsRefresh(fn *ssa.Function, p presented) bool {
	return e.spreadFrom(fn, e.seedsOf(p)).told
}

// refreshAt reports whether the names around a verification say that the token
// is one for refreshing: those of the statement, of the variable or field with
// its text, or of the part of the request that it comes from.
func (e *engine) refreshAt(call ssa.CallInstruction, raw ssa.Value) bool {
	if raw == nil {
		return false
	}
	statement, _ := e.statementAt(call.Pos())
	if kindIn(ofTokens(statement)) == refreshKind || kindIn(ofTokens(e.argumentWords(call))) == refreshKind {
		return true
	}
	for _, leaf := range e.eval(raw, call.Pos()).Leaves() {
		if leaf.Source.Received() && kindIn(strings.ToLower(leaf.Text)) == refreshKind {
			return true
		}
	}
	return slices.ContainsFunc(originsOf(raw), func(v ssa.Value) bool { return kindIn(strings.ToLower(spelledAs(v))) == refreshKind })
}

// carrierWords in a name say that it is that of a request or of a part of the
// program: what "refresh" says of those, it does not say of the token.
var carrierWords = []string{"req", "input", "form", "dto", "payload", "param", "body", "data", "handler", "service", "svc", "repo", "controller", "manager"}

// ofTokens leaves out of words the names of what tokens come in.
func ofTokens(words string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(word string) bool { return namedFor(word, carrierWords) }), " ")
}

// argumentWords lists the words of a call's arguments, without those of
// function literals among them.
func (e *engine) argumentWords(call ssa.CallInstruction) string {
	found, ok := e.parens().calls[call.Common().Pos()]
	if !ok {
		return ""
	}
	var words []string
	for _, arg := range found.Args {
		if _, isFunc := arg.(*ast.FuncLit); !isFunc {
			words = append(words, wordsOf(arg))
		}
	}
	return strings.Join(words, " ")
}

// spelledAs is the name of the parameter, field or function that a value comes
// from, "" if it has none.
func spelledAs(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Parameter:
		return v.Name()
	case *ssa.FieldAddr:
		return ssax.Field(v.X.Type(), v.Field).Name()
	case *ssa.Field:
		return ssax.Field(v.X.Type(), v.Field).Name()
	case *ssa.Phi:
		return v.Comment
	case *ssa.Alloc:
		return v.Comment
	case *ssa.Call:
		if fn := ssax.Callee(v.Common()); fn != nil && madeByName(strings.ToLower(fn.Name())) == "" {
			return fn.Name()
		}
	}
	return ""
}

// originsOf lists the values in a function that hold a token's text before it gets to v:
// v itself, what it was converted from or cut out of.
func originsOf(v ssa.Value) []ssa.Value {
	var out []ssa.Value
	work := []ssa.Value{v}
	for len(work) > 0 {
		v, work = work[0], work[1:]
		if v == nil || slices.Contains(out, v) {
			continue
		}
		out = append(out, v)
		switch v := v.(type) {
		case *ssa.Phi:
			work = append(work, v.Edges...)
		case *ssa.Extract:
			work = append(work, v.Tuple)
		case *ssa.Slice:
			work = append(work, v.X)
		case *ssa.IndexAddr:
			work = append(work, v.X)
		case *ssa.Alloc:
			for store := range ssax.StoresTo(v) {
				work = append(work, store.Val)
			}
		case *ssa.Call:
			work = append(work, cutFrom(v)...)
		default:
			work = append(work, unwrap(v))
			if load, ok := v.(*ssa.UnOp); ok {
				work = append(work, load.X)
			}
		}
	}
	return out
}

// cutFrom lists the texts that the result of a standard function is made from.
func cutFrom(call *ssa.Call) []ssa.Value {
	fn := ssax.Callee(call.Common())
	if !std.Forgets(fn) {
		return nil
	}
	_, args := ssax.Args(call.Common())
	return slices.DeleteFunc(slices.Clone(args), func(v ssa.Value) bool {
		_, isConst := v.(*ssa.Const)
		return isConst || !isText(v.Type()) && !isTexts(v.Type())
	})
}

func isTexts(t types.Type) bool {
	list, ok := t.Underlying().(*types.Slice)
	return ok && isText(list.Elem())
}

// paramOf is the operand of the function that a token's text comes from, or is
// a part of; -1 if it is none.
func paramOf(raw ssa.Value) int {
	for _, v := range originsOf(raw) {
		if p, ok := ssax.Root(v).(*ssa.Parameter); ok {
			return paramIndex(p)
		}
	}
	return -1
}
