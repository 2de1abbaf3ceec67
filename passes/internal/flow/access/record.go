package access

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// kindOf tells what a call without a summary does to data, and whether it is a
// store's own function rather than something behind an interface.
func (e *engine) kindOf(call ssa.CallInstruction, fn *types.Func) (kind data.Kind, store bool) {
	_, args := ssax.Args(call.Common())
	if fn.Pkg() == nil {
		return data.Nothing, false
	}
	ours := sameModule(e.pass, fn.Pkg())
	role := data.Of(fn.Pkg().Path())
	if stmt, _, ok := statement(args); ok && (ours || role == data.Keeps) {
		return stmt.Kind, true
	}
	switch {
	case role == data.Keeps && isOutcome(fn):
		return data.Nothing, true
	case role == data.Keeps:
		if kind := data.KindOf(fn.Name()); kind != data.Unnamed {
			return kind, true
		}
		return data.Builds, true
	case fn.Pkg().Path() == "os" && fn.Signature().Recv() == nil:
		return fileKind(fn.Name()), true
	case ours && (isAbstract(fn) || !e.known(fn)):
		kind = data.KindOf(fn.Name())
		if e.sideline(fn) || isPlain(fn) || converts(fn) || setsAny(fn) || kind != data.Writes && kind != data.Inserts && onlyAnswers(fn) {
			return data.Nothing, false
		}
		return kind, false
	case isAbstract(fn) && remote(fn):
		return data.KindOf(fn.Name()), false
	}
	return data.Nothing, false
}

// isOutcome reports whether a method belongs to what an access has returned:
// rows to be read, a document to be decoded.
func isOutcome(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && outcomes[typeName(recv.Type())]
}

var outcomes = map[string]bool{"Row": true, "Rows": true, "SingleResult": true, "Cursor": true, "BatchResults": true, "CommandTag": true, "Result": true}

// fileKind: files are records too, where a name is made of an ID.
func fileKind(name string) data.Kind {
	switch name {
	case "Open", "OpenFile", "ReadFile", "ReadDir":
		return data.Reads
	case "Create", "Remove", "RemoveAll", "Rename", "WriteFile", "Truncate":
		return data.Writes
	}
	return data.Nothing
}

// remote reports whether a method is a generated client's.
func remote(fn *types.Func) bool {
	sig := fn.Signature()
	if !sig.Variadic() {
		return false
	}
	last := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice).Elem()
	named, ok := types.Unalias(last).(*types.Named)
	return ok && named.Obj().Name() == "CallOption"
}

// sideline reports whether a method belongs to something that is no store: a
// log, a cache, a queue.
func (e *engine) sideline(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return true // A function of a package that is not imported: pure, as far as can be told.
	}
	return anyWord(typeName(recv.Type()), sidelineWords)
}

// isPlain reports whether a method is one of a number, a text or a list, which
// has no way to where records are kept: state.Next().
func isPlain(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	switch deref(recv.Type()).Underlying().(type) {
	case *types.Struct, *types.Interface:
		return false
	}
	return true
}

// converts reports whether a method only returns its receiver as something
// else: order.ToDomain().
func converts(fn *types.Func) bool {
	first := data.Words(fn.Name())[0]
	sig := fn.Signature()
	return (first == "to" || first == "as") && sig.Params().Len() == 0 && sig.Results().Len() > 0
}

// onlyAnswers reports whether a function says yes or no, and cannot fail: it
// asks what it is given, or a list that it has.
func onlyAnswers(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() == 1 && isBool(results.At(0).Type())
}

// setsAny reports whether a method takes a key and a value of whatever type, and
// returns nothing: it is a context's, or a log's, and no store's, which can fail
// and knows what it keeps.
func setsAny(fn *types.Func) bool {
	params := fn.Signature().Params()
	if params.Len() != 2 || fn.Signature().Results().Len() > 0 {
		return false
	}
	key := params.At(0).Type()
	return isAny(params.At(1).Type()) && (isAny(key) || types.Identical(key.Underlying(), types.Typ[types.String]))
}

var sidelineWords = &wordSet{text: `log logger cache cacher publisher producer bus event events metrics mailer mail validator notifier tracer queue
	hub limiter token tokens encoder encrypter hasher worker scheduler dispatcher broadcaster localizer translator renderer presenter`}

// describe completes what is known of the records that an access is about.
func (e *engine) describe(a *Act, call ssa.CallInstruction, fn *types.Func) {
	r := &a.Record
	for _, t := range e.recordTypes(call, fn) {
		if one := e.recordOf(t); r.Name == "" || r.Owner == "" && one.Owner != "" && akin(r.Name, one.Name) {
			r.Name, r.Owner, r.Principal = one.Name, one.Owner, one.Principal
		}
	}
	if r.Name == "" {
		_, args := ssax.Args(call.Common())
		if stmt, _, ok := statement(args); ok {
			r.Name = "table " + stmt.Table
			r.Principal = principalType(stmt.Table)
			if stmt.Owned() && !r.Principal {
				r.Owner = "its owner's column"
			}
		}
	}
	if r.Principal {
		r.Owner = ""
	}
}

// akin reports whether two names may be of one record: a table and the type of
// its rows, or what becomes of these. A store's other types are no evidence.
func akin(a, b string) bool {
	x, y := nounOf(a), nounOf(b)
	return x == y || strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x)
}

// recordOf is what a record's type tells.
func (e *engine) recordOf(t types.Type) Record {
	return answer(e.types.tells, t, func() Record {
		r := Record{Name: qualified(t), Owner: ownerField(t), Principal: principalType(typeName(t)) || principalType(nounOf(typeName(t)))}
		if r.Principal {
			r.Owner = ""
		}
		return r
	})
}

func typeName(t types.Type) string {
	if named, ok := types.Unalias(deref(t)).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}

func qualified(t types.Type) string { return types.TypeString(t, nil) }

// calleeName is a function's name with its receiver's type, for messages.
func calleeName(fn *types.Func) string {
	if recv := fn.Signature().Recv(); recv != nil {
		if name := typeName(recv.Type()); name != "" {
			return name + "." + fn.Name()
		}
		return fn.Name()
	}
	if fn.Pkg() != nil {
		return fn.Pkg().Name() + "." + fn.Name()
	}
	return fn.Name()
}
