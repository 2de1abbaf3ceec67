package trace

import (
	"go/constant"
	"go/types"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/module"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// call is what one call leaves behind, with the bodies that are in view.
func (r *Result) call(call ssa.CallInstruction, seen map[*ssa.Function]bool) flow.Trace {
	common := call.Common()
	out := flow.Trace{Refuses: givesStatus(common)}
	if b, ok := common.Value.(*ssa.Builtin); ok {
		out.Logs = strings.HasPrefix(b.Name(), "print")
		return out
	}
	fn := ssax.Callee(common)
	if body := r.source(common.StaticCallee()); body != nil {
		out.Logs = fn != nil && telling(fn.Name())
		if len(seen) == 0 {
			return out.And(r.body(body))
		}
		return out.And(r.gather(body, seen))
	}
	if fn == nil { // A function value. One that is given nothing only ends something.
		out.Logs = r.handsOn(common) || len(common.Args) > 0 && common.Signature().Results().Len() == 0
		return out
	}
	if fn.Pkg() == nil {
		return out // The Error of an error.
	}
	if row := r.models.Web(fn); row != nil || r.models.Framework(fn.Pkg().Path()) != nil {
		return out.And(framework(fn, row, common))
	}
	fact := new(flow.Trace)
	switch {
	case r.pass.ImportObjectFact(fn.Origin(), fact):
		out.Logs = r.says(fn)
		out = out.And(*fact)
		out.Fails = fact.Fails
	case r.says(fn):
		out.Logs = true
	case jwt.LibraryOf(fn.Pkg().Path()) != nil:
	case module.Standard(r.pass, fn.Pkg().Path()):
		out.Logs = writesOut(common) || counts(fn)
	default:
		out.Logs = level(fn.Name()) || ofLogger(fn) || r.outOfView(common)
	}
	return out
}

// framework is a call of a web framework's function. One that takes an error
// hands it on to whoever handles errors there.
func framework(fn *types.Func, row *web.Func, common *ssa.CallCommon) flow.Trace {
	var out flow.Trace
	if row != nil {
		out.Answers = row.Does == web.Aborts || row.Does == web.Responds
		out.Refuses = row.Refuses() || row.Redirects()
	}
	for p := range fn.Signature().Params().Variables() {
		out.Logs = out.Logs || ssax.IsError(p.Type())
	}
	if row != nil && row.Does == web.SetsValue {
		out.Logs = slices.ContainsFunc(common.Args, wasError)
	}
	out.Logs = out.Logs || telling(fn.Name())
	return out
}

// outOfView reports whether a call could write something down: it is given what
// there is to write, or it returns nothing, so that it is made for what it does.
func (r *Result) outOfView(common *ssa.CallCommon) bool {
	results := common.Signature().Results()
	if results.Len() == 1 && ssax.IsError(results.At(0).Type()) && !r.givenRequest(common) {
		return common.IsInvoke() && r.handsOn(common) // A function wraps the error.
	}
	return results.Len() == 0 || r.handsOn(common)
}

// handsOn reports whether a call gets an error or the request.
func (r *Result) handsOn(common *ssa.CallCommon) bool {
	return r.givenRequest(common) || slices.ContainsFunc(common.Args, func(arg ssa.Value) bool { return ssax.IsError(arg.Type()) })
}

// givenRequest reports whether a call gets the request, or its context.
func (r *Result) givenRequest(common *ssa.CallCommon) bool {
	return slices.ContainsFunc(common.Args, func(arg ssa.Value) bool {
		switch r.models.Type(arg.Type()) {
		case web.IsContext, web.IsRequest:
			return true
		}
		return ssax.IsContext(arg.Type())
	})
}

// writesOut reports whether a call is given a file, such as the program's own
// output, or a writer that is kept in a field or variable, as loggers' are.
func writesOut(common *ssa.CallCommon) bool {
	args := common.Args
	if common.IsInvoke() {
		args = append([]ssa.Value{common.Value}, args...)
	}
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		if iface, ok := arg.(*ssa.MakeInterface); ok {
			arg = iface.X
		}
		name := web.NameOf(arg.Type())
		if name == nil {
			return false
		}
		load, kept := arg.(*ssa.UnOp)
		if kept {
			_, local := load.X.(*ssa.Alloc)
			kept = !local
		}
		return name.Pkg().Path() == "os" && name.Name() == "File" || kept && name.Pkg().Path() == "io" && name.Name() == "Writer"
	})
}

// counts reports whether a function adds to a number that others may read.
func counts(fn *types.Func) bool {
	return fn.Pkg().Path() == "sync/atomic" && strings.HasPrefix(fn.Name(), "Add")
}

// givesStatus reports whether a call is given the status of a refusal.
func givesStatus(common *ssa.CallCommon) bool {
	return slices.ContainsFunc(common.Args, func(arg ssa.Value) bool {
		c, ok := arg.(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
			return false
		}
		status := c.Int64() // From 500 on it is the program that has failed.
		return status >= http.StatusBadRequest && status < http.StatusInternalServerError
	})
}

// wasError reports whether an operand is an error that is taken for any value.
func wasError(v ssa.Value) bool {
	changed, ok := v.(*ssa.ChangeInterface)
	return ok && ssax.IsError(changed.X.Type())
}

// logSink reports whether a row calls the function one that logs.
func logSink(fn *types.Func) bool {
	row := std.SinkOf(fn)
	return row != nil && row.Sink == std.Logs
}
