package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// notes reports whether a function only shows what it is given.
func notes(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if row := std.SinkOf(fn); row != nil && row.Sink == std.Logs {
		return true
	}
	path := fn.Pkg().Path()
	return std.Printer(path) && std.Of(fn) == nil || data.Of(path) == data.Notes || logs(fn.Name())
}

// logs reports whether a function is called as those of loggers are.
func logs(name string) bool {
	name = strings.TrimRight(strings.ToLower(name), "fwx")
	return slices.Contains([]string{"debug", "info", "warn", "warning", "error", "errorln", "print", "println", "log", "trace", "audit", "witherror", "withfield", "withfields", "err"}, name)
}

// aboutErrors is a call that makes an error, or asks about one.
func (t *try) aboutErrors(p *path, call *ssa.Call, fn *types.Func) bool {
	common := call.Common()
	var failure known
	for _, op := range call.Operands(nil) {
		if *op == nil {
			continue
		}
		if k := p.valueOf(*op); k.is == isFailure || k.is == isReport {
			failure = k
		}
	}
	if fn.Name() == "Error" && common.IsInvoke() && ssax.IsError(common.Value.Type()) {
		p.set(call, known{is: isJudged})
		return true
	}
	if makesError(fn) {
		if failure.is == isFailure {
			p.set(call, failure)
		} else {
			p.set(call, known{is: isThere})
		}
		return true
	}
	if fn.Pkg() == nil || !strings.HasSuffix(fn.Pkg().Path(), "errors") || failure.is == vague {
		return false
	}
	switch fn.Name() {
	case "Is":
		p.set(call, t.isOneOf(failure, common.Args[1]))
	case "As":
		p.set(call, t.asReport(p, failure, common.Args[1]))
	default: // Wrap, Unwrap, Cause
		p.set(call, failure)
	}
	return true
}

// asReport is errors.As: it fills a variable of the library's own type.
func (t *try) asReport(p *path, failure known, target ssa.Value) known {
	for x := unwrap(target); x != nil; x = unwrap(target) {
		target = x
	}
	ptr, ok := types.Unalias(target.Type()).(*types.Pointer)
	if !ok || !isReportType(ptr.Elem(), failure.lib) {
		return truth(false)
	}
	p.mem[target] = known{is: isReport, lib: failure.lib}
	return truth(true)
}

// makesError reports whether a function returns an error that it makes of what it
// is given: its result is of an error's own type, or its name says so.
func makesError(fn *types.Func) bool {
	if row := std.Of(fn); row != nil {
		return row.Does == std.Errors
	}
	results := fn.Signature().Results()
	if results.Len() != 1 {
		return false
	}
	result := results.At(0).Type()
	if !types.IsInterface(result) {
		return types.Implements(result, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
	}
	return ssax.IsError(result) && (strings.HasPrefix(fn.Name(), "Err") || strings.Contains(fn.Name(), "Error"))
}
