package flow

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Which kinds of tokens a function issues, by itself or by functions that it
// calls. Names next to the issuing call are asked first, then those on the way
// to the function in question: one issuing function may serve several kinds.

const (
	// plainKind is what a function issues whose name says no more than that it makes
	// tokens: access tokens, unless its caller says otherwise.
	plainKind = "plain"
	// unknownKind is what nothing says anything of.
	unknownKind = "unknown"
)

// mint is a token that a function issues.
type mint struct {
	call ssa.CallInstruction // in the function itself
	kind string              // "" if callers may say
}

// mintsIn lists the tokens that a function issues.
func (e *engine) mintsIn(fn *ssa.Function) []mint {
	if known, ok := e.mints[fn]; ok {
		return known
	}
	e.mints[fn] = nil // A recursion adds nothing.
	var out []mint
	for call := range ssax.Calls(fn) {
		for _, kind := range e.mintsAt(call) {
			out = append(out, mint{call, kind})
		}
	}
	e.mints[fn] = out
	return out
}

// mintsAt lists the kinds of tokens behind one call.
func (e *engine) mintsAt(call ssa.CallInstruction) []string {
	fn := ssax.Callee(call.Common())
	if claims, issues := e.issuing(call); issues {
		return []string{e.kindAt(call, claims)}
	}
	var inner []string
	if callee := e.source(call.Common().StaticCallee()); callee != nil && !isTestFile(e.pass, callee.Pos()) {
		inner = e.mintsFor(callee)
	} else if fact := e.fact(fn); fact != nil {
		inner = fact.Mints
	}
	var out []string
	for _, kind := range inner {
		if kind == "" || kind == plainKind {
			if said, several := e.kindSaid(call.Pos()); said != "" {
				kind = said
			} else if several {
				kind = unknownKind
			}
		}
		if !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	return out
}

// issuing returns the claims that a library's call issues a token with.
func (e *engine) issuing(call ssa.CallInstruction) (claims ssa.Value, ok bool) {
	row := e.row(ssax.Callee(call.Common()))
	switch {
	case row == nil:
		return nil, false
	case row.Does == model.BuildsToken:
		return OperandAt(call.Common(), row.Claims), true
	case row.Does == model.Signs || row.Does == model.Issues:
		return OperandAt(call.Common(), row.Claims), row.Claims != model.None
	}
	return nil, false
}

// kindAt is the kind that names close to a library's call say: those of
// its statement, of the one that signs, of that which makes the claims.
func (e *engine) kindAt(call ssa.CallInstruction, claims ssa.Value) string {
	places := []ssa.Instruction{call}
	if tok, ok := call.(*ssa.Call); ok {
		if signing := e.signingOf(tok); signing != nil {
			places = append(places, signing)
		}
	}
	if claims != nil {
		if made, ok := e.rootOfClaims(claims).(ssa.Instruction); ok {
			places = append(places, made)
		}
	}
	for _, at := range places {
		kind, several := e.kindSaid(at.Pos())
		if kind != "" || several {
			return kind
		}
	}
	return ""
}

// kindSaid is the kind that the statement at a position says: by what it
// assigns to, or else as a whole. several: it names more than one.
func (e *engine) kindSaid(pos token.Pos) (kind string, several bool) {
	assigned := e.assignedAt(pos)
	if kind = kindIn(assigned); kind != "" || len(kindsIn(assigned)) > 1 {
		return kind, kind == ""
	}
	statement, _ := e.statementAt(pos)
	return kindIn(statement), len(kindsIn(statement)) > 1
}

// assignedAt lists the words of what the statement at a position assigns to.
func (e *engine) assignedAt(pos token.Pos) string {
	for _, file := range e.pass.Files {
		if pos < file.FileStart || pos > file.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, pos, pos)
		for _, node := range path {
			switch node := node.(type) {
			case *ast.FuncDecl, *ast.FuncLit, *ast.ReturnStmt, *ast.ExprStmt:
				return ""
			case *ast.AssignStmt:
				var words strings.Builder
				for _, left := range node.Lhs {
					words.WriteString(wordsOf(left))
				}
				return words.String()
			}
		}
	}
	return ""
}

// mintsFor is what callers need to know of the tokens that a function issues.
func (e *engine) mintsFor(fn *ssa.Function) []string {
	var out []string
	for _, m := range e.mintsIn(fn) {
		kind := m.kind
		if kind == "" || kind == plainKind {
			kind = e.kindByFunction(fn, kind)
		}
		if !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	return out
}

// kindByFunction is the kind that a function's name says. One that is about
// refreshing inside, and says so nowhere near the call, is left alone.
func (e *engine) kindByFunction(fn *ssa.Function, otherwise string) string {
	name := outermost(fn).Name()
	if kind := kindIn(madeByName(strings.ToLower(name))); kind != "" {
		return kind
	}
	_, whole := e.wordsAround(fn.Pos())
	switch {
	case strings.Contains(whole, refreshKind):
		return unknownKind
	case neutral(name):
		return plainKind
	}
	return otherwise
}
