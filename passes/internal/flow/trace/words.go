package trace

import (
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/module"
)

// says reports whether the models, or the names of a function and of its
// package, say that it writes something down.
func (r *Result) says(fn *types.Func) bool {
	switch role := data.Of(fn.Pkg().Path()); {
	case logSink(fn) || role == data.Notes:
		return true
	case role == data.Keeps:
		return changes(fn.Name())
	}
	if module.Standard(r.pass, fn.Pkg().Path()) {
		return false // The rows know what is there.
	}
	return telling(fn.Name()) || fn.Pkg() != r.pass.Pkg && tellingPackage(fn.Pkg().Name())
}

// changes reports whether a function of a store writes, by its name.
func changes(name string) bool {
	kind := data.KindOf(name)
	return kind == data.Inserts || kind == data.Writes || strings.HasPrefix(name, "Exec")
}

// ofLogger reports whether a function is a method of a type whose name says so.
func ofLogger(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	name := web.NameOf(recv.Type())
	return name != nil && telling(name.Name())
}

// telling reports whether one of the words of a name is about writing down.
func telling(name string) bool {
	return slices.ContainsFunc(data.Words(name), func(word string) bool {
		switch word {
		case "log", "logs", "logf", "logw", "logln", "logger", "logging", "logged", "trace", "tracer", "tracing", "stats":
			return true
		}
		return slices.ContainsFunc([]string{"audit", "metric", "event", "report", "record", "captur", "notif", "telemetr", "alert", "monitor"},
			func(stem string) bool { return strings.HasPrefix(word, stem) })
	})
}

// tellingPackage is telling for the name of a package, which has no words.
func tellingPackage(name string) bool {
	if telling(name) || strings.Contains(name, "logg") {
		return true
	}
	short := strings.TrimSuffix(strings.TrimPrefix(name, "log"), "log")
	return short != name && !slices.Contains([]string{"login", "logout", "logic", "catalog", "dialog", "blog"}, name)
}

// level reports whether a function is called as loggers call theirs: by how bad
// something is.
func level(name string) bool {
	name = strings.TrimSuffix(strings.TrimRight(strings.ToLower(name), "fwx"), "ln")
	return slices.Contains([]string{"debug", "info", "warn", "warning", "error", "fatal", "print"}, name)
}
