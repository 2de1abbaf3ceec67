package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
)

// What the options of a verification, or its middleware, leave to the program.

// Off returns the name of the option that switches the checks of all claims of
// a site off, "" if the program gives none, or if the function around it is about
// tokens that are too old.
func (r *Result) Off(s *Site) string {
	if !Disabled(s.Options, model.Exp) || s.call != nil && r.engine.forOld(outermost(s.call.Parent())) {
		return ""
	}
	name := ""
	s.Options.Has(func(v Value) bool {
		all := v.Kind == Opt && v.Option.Check == model.All && !v.Option.Default
		off := all && (v.Option.Does == model.Disables || v.Option.Does == model.Switches && isBool(v.Elems[0], "false"))
		if off && name == "" {
			name = v.Option.Name
		}
		return off
	})
	return name
}

// forOld reports whether a function says by its name that it is about tokens
// that may have expired, or is called by such functions only.
func (e *engine) forOld(fn *ssa.Function) bool {
	if meansOld(fn.Name()) {
		return true
	}
	callers := e.calls[fn]
	return !token.IsExported(fn.Name()) && len(callers) > 0 && !slices.ContainsFunc(callers, func(call ssa.CallInstruction) bool {
		return !meansOld(outermost(call.Parent()).Name())
	})
}

// meansOld reports whether a function is named after what is done with tokens
// that may have expired: they are renewed, revoked, or only a hint.
func meansOld(name string) bool {
	return slices.ContainsFunc(data.Words(name), func(word string) bool {
		switch word {
		case "expired", "expiry", "expiration", "ignore", "ignoring", "skip", "without", "refresh", "renew", "revoke", "logout", "hint", "unsafe", "unverified", "decode":
			return true
		}
		return false
	})
}

// Unenforced reports whether the middleware that a site makes lets all requests
// pass and nobody in view asks for the outcome: neither this package, nor one of
// the main module that it imports, nor whoever is handed the middleware.
func (r *Result) Unenforced(s *Site) bool {
	return s.Behind && s.library != nil && len(s.library.Enforcers) > 0 && !r.engine.handedOut(s) &&
		!slices.Contains(r.engine.enforces(), s.library.Name)
}

// enforces lists the libraries with such middlewares whose outcome this package,
// or one that it imports, asks for.
func (e *engine) enforces() []string {
	out := handedUp(e.pass, enforcesOf)
	for _, obj := range e.pass.TypesInfo.Uses {
		if obj.Pkg() == nil {
			continue
		}
		if lib := jwt.LibraryOf(obj.Pkg().Path()); lib != nil && slices.Contains(lib.Enforcers, obj.Name()) {
			out = append(out, lib.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
