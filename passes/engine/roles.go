package engine

import (
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// Role is the word for what a function does.
type Role string

// RoleDoc says what a role means, for documentation and schemas.
type RoleDoc struct {
	Word    Role
	Meaning string
	Needs   []string // fields that a row must have
	Takes   []string // fields that it may have
}

// role is a role as one of the two engines knows it.
type role struct {
	RoleDoc
	jwt model.Role
	web web.Role
}

// Roles lists the roles: first those about tokens, then those about requests.
func Roles() []RoleDoc {
	var out []RoleDoc
	for _, r := range roles {
		out = append(out, r.RoleDoc)
	}
	return out
}

// roles is the table of all words. The constants that they stand for say more.
var roles = []role{
	{RoleDoc{"verifies", "parses a token and verifies its signature, and the claims in `checks`", nil, []string{"token", "key", "claims", "options", "checks"}}, model.Verifies, 0},
	{RoleDoc{"parses-unverified", "parses a token and checks nothing", nil, []string{"token", "claims"}}, model.ParsesUnverified, 0},
	{RoleDoc{"builds-parser", "returns a parser that makes sure of `checks`, or has taken `options`", nil, []string{"options", "checks"}}, model.BuildsParser, 0},
	{RoleDoc{"builds-validator", "the same for a claims validator", nil, []string{"options", "checks"}}, model.BuildsValidator, 0},
	{RoleDoc{"builds-token", "returns an unsigned token", nil, []string{"method", "claims"}}, model.BuildsToken, 0},
	{RoleDoc{"signs", "signs with `key`", []string{"key"}, nil}, model.Signs, 0},
	{RoleDoc{"verifies-signature", "checks a bare signature with `key`", []string{"key"}, []string{"token"}}, model.VerifiesSignature, 0},
	{RoleDoc{"enforces", "is an option that makes a parser check `claim`, against `value` or, for alg, the list `method`", []string{"claim"}, []string{"value", "method", "empty", "absent"}}, model.Enforces, 0},
	{RoleDoc{"disables", "is an option that switches the check of `claim` off", []string{"claim"}, nil}, model.Disables, 0},
	{RoleDoc{"carries", "is an option that hands `options`, a parser or `claims` on", nil, []string{"options", "claims"}}, model.Carries, 0},
	{RoleDoc{"parses-key", "turns bytes into an asymmetric key", []string{"key"}, []string{"private", "family"}}, model.ParsesKey, 0},
	{RoleDoc{"gets-claim", "returns `claim`", []string{"claim"}, []string{"claims"}}, model.GetsClaim, 0},
	{RoleDoc{"checks-claim", "compares `claim`: true, a nil error or, without results, a return means a match", []string{"claim"}, []string{"claims", "value", "required", "absent"}}, model.ChecksClaim, 0},
	{RoleDoc{"validates-claims", "does so for several claims", nil, []string{"claims", "checks"}}, model.ValidatesClaims, 0},
	{RoleDoc{"selects-key", "is a keyfunc", nil, []string{"token", "by-key"}}, model.SelectsKey, 0},
	{RoleDoc{"makes-keyfunc", "returns a keyfunc", nil, []string{"by-key"}}, model.MakesKeyfunc, 0},
	{RoleDoc{"pins-key", "returns a keyfunc that refuses every algorithm but one", nil, []string{"key", "method"}}, model.PinsKey, 0},
	{RoleDoc{"gives-key", "puts `key` into the set that a keyfunc selects from", []string{"key"}, nil}, model.GivesKey, 0},
	{RoleDoc{"returns-key", "returns a key that is neither in the source nor empty", nil, []string{"key"}}, model.ReturnsKey, 0},
	{RoleDoc{"selects-method", "looks a signing method up by its name", []string{"method"}, nil}, model.SelectsMethod, 0},
	{RoleDoc{"names-method", "returns the name of the signing method that is its receiver", nil, nil}, model.NamesMethod, 0},

	{RoleDoc{"path-parameter", "returns the part of the URL's path that `key` names, or all of them", nil, []string{"key"}}, 0, web.PathParameter},
	{RoleDoc{"query-parameter", "returns a value of the URL's query", nil, []string{"key", "into"}}, 0, web.QueryParameter},
	{RoleDoc{"body-parameter", "returns a value of the request's body", nil, []string{"key", "into"}}, 0, web.BodyParameter},
	{RoleDoc{"binds", "fills the struct at `into` from the request; `tag` names the path's fields", []string{"into"}, []string{"tag"}}, 0, web.Binds},
	{RoleDoc{"registers", "adds a route", []string{"handlers"}, []string{"path", "method", "middleware", "verb", "chain"}}, 0, web.Registers},
	{RoleDoc{"groups", "returns a router whose routes share a `path` and `middleware`, or gives one to the function `within`", nil, []string{"path", "method", "middleware", "within", "verb", "scope"}}, 0, web.Groups},
	{RoleDoc{"mounts", "serves the router or handler at `handlers` below `path`", []string{"handlers"}, []string{"path"}}, 0, web.Mounts},
	{RoleDoc{"attaches", "puts `middleware` in front of its receiver's routes", []string{"middleware"}, []string{"path", "scope"}}, 0, web.Attaches},
	{RoleDoc{"converts", "turns a function into a handler, or puts something around one", []string{"handlers"}, []string{"path", "middleware"}}, 0, web.Converts},
	{RoleDoc{"gets-value", "reads what `key` names out of the request's context", []string{"key"}, nil}, 0, web.GetsValue},
	{RoleDoc{"sets-value", "puts `value` under `key` into the request's context", []string{"key", "value"}, nil}, 0, web.SetsValue},
	{RoleDoc{"gets-identity", "returns who the caller is, out of a verified token, or fills `into` with it", nil, []string{"into"}}, 0, web.GetsIdentity},
	{RoleDoc{"verifies-token", "is, or returns, middleware that lets only verified tokens pass", nil, nil}, 0, web.VerifiesToken},
	{RoleDoc{"authorizes", "decides what the caller may do: true or a nil error lets them have what it is given; as middleware, all behind it", nil, nil}, 0, web.Authorizes},
	{RoleDoc{"aborts", "stops the chain of middleware", nil, []string{"panics"}}, 0, web.Aborts},
	{RoleDoc{"passes", "calls what follows in the chain", nil, nil}, 0, web.Passes},
	{RoleDoc{"responds", "writes the answer", nil, nil}, 0, web.Responds},
}

func roleOf(word Role) (role, bool) {
	for _, r := range roles {
		if r.Word == word {
			return r, true
		}
	}
	return role{}, false
}

// TypeDoc says what a word for a type's values means.
type TypeDoc struct{ Word, Meaning string }

// TypeWords lists the words for what a type's values are.
func TypeWords() []TypeDoc {
	var out []TypeDoc
	for _, t := range typeRoles {
		out = append(out, t.TypeDoc)
	}
	return out
}

// typeRoles is the table of those words. Claims are no framework's.
var typeRoles = []struct {
	TypeDoc
	web web.TypeRole
}{
	{TypeDoc{"context", "what a handler is given; it carries the request and the values that middleware has set"}, web.IsContext},
	{TypeDoc{"request", "the request alone"}, web.IsRequest},
	{TypeDoc{"response", "what the answer is written to"}, web.IsResponse},
	{TypeDoc{"router", "routes and groups are registered on it"}, web.IsRouter},
	{TypeDoc{"parameters", "the path's parameters, as a list or map"}, web.IsParams},
	{TypeDoc{"handler", "an interface of handlers"}, web.IsHandler},
	{TypeDoc{"claims", "what a verified token says: who holds one knows the caller"}, 0},
}

var scopes = map[string]web.Scope{"": web.Later, "later": web.Later, "whole": web.Whole, "prefix": web.Prefix, "matching": web.Matching}

var empties = map[string]model.Empty{
	"": model.EmptyRejects, "rejects": model.EmptyRejects, "off": model.EmptyOff, "nil-off": model.NilOff,
	"list-off": model.ListOff, "absent": model.EmptyAbsent,
}

var families = map[string]model.Family{"": "", "HMAC": model.HMAC, "RSA": model.RSA, "ECDSA": model.ECDSA, "EdDSA": model.EdDSA}

var claims = map[string]model.Claim{"": "", "alg": model.Alg, "aud": model.Aud, "iss": model.Iss, "exp": model.Exp, "sub": model.Sub, "all": model.All}
