package jwt

import (
	"fmt"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// middlewareProblems is signatureProblems for a library that makes middlewares,
// each in the terms of its own framework.
func middlewareProblems(fn *types.Func, row *model.Func) []string {
	var out []string
	report := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for name, pos := range positionsOf(row) {
		if pos == model.None {
			continue
		}
		typ, ok := typeAt(fn.Signature(), pos)
		if !ok {
			report("no position %d for %s in %s", pos, name, fn.Signature())
		} else if want := middlewareOperands[name]; !slices.Contains(want, typ) && typ != row.Recv {
			report("%s is a %s, not one of %v", name, typ, want)
		}
	}
	if row.Does == model.MakesMiddleware && row.Key == model.None && row.Settings == model.None && row.Options == model.None && row.Checks == nil {
		report("the row does not say what the middleware checks")
	}
	if got, want := resultsOf(fn.Signature()), middlewareResults[row.Does]; !slices.Contains(want, got) {
		report("results are %s, not one of %v", got, want)
	}
	return out
}

// middlewareOperands lists the types that a position may have.
var middlewareOperands = map[string][]string{
	"Key":      {"any", "[]byte", "string", "Keyfunc", "func(Context) (any, error)"},
	"Settings": {"Config", "[]Config", "[]Options", "JWTConfig", "*GinJWTMiddleware", "*HertzJWTMiddleware"},
	"Options":  {"[]Option", "[]ValidateOption", "*JWTAuth"},
	"Method":   {"SigningMethod"},
	"Token":    {"string"},
	"Claims":   {"Claims"},
}

// middlewareResults lists the results that fit a role.
var middlewareResults = map[model.Role][]string{
	model.MakesMiddleware: {
		"MiddlewareFunc", "MiddlewareFunc, error", "Handler", "Middleware", "RouteOption", "func(Handler) Handler",
		"*GinJWTMiddleware, error", "*HertzJWTMiddleware, error", "*JWTMiddleware", "*Validator, error", "error",
	},
	model.BuildsParser: {"*JWTAuth"},
	model.Verifies:     {"Token, error"},
	model.Signs:        {"Middleware"},
	model.Enforces:     {"Option"},
	model.GivesKey:     {"Option", "AuthorizeOption"},
	model.GetsClaim:    {"Token, map[string]any, error"},
}
