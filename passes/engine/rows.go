package engine

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// jwtRow is a row about tokens as the engine asks it.
func (f *Func) jwtRow(does model.Role) model.Func {
	out := model.Func{
		Recv: f.Recv, Name: f.Name, Does: does,
		Token: f.Token.at(), Key: f.Key.at(), Claims: f.Claims.at(), Options: f.Options.at(),
		Method: f.Method.at(), Value: f.Value.at(), Required: f.Required.at(),
		Check: claims[f.Claim], Empty: empties[f.Empty], Absent: f.Absent,
		Private: f.Private, Family: families[f.Family], ByKey: f.ByKey,
	}
	if f.Checks != nil {
		out.Checks = []model.Claim{}
	}
	for _, claim := range f.Checks {
		out.Checks = append(out.Checks, claims[claim])
	}
	return out
}

// webRow is a row about requests as the engine asks it.
func (f *Func) webRow(does web.Role) web.Func {
	return web.Func{
		Recv: f.Recv, Name: f.Name, Does: does,
		Key: f.Key.at(), Value: f.Value.at(), Into: f.Into.at(), Path: f.Path.at(), Method: f.Method.at(),
		Handlers: f.Handlers.at(), Middleware: f.Middleware.at(), Within: f.Within.at(),
		Verb: f.Verb, Tag: f.Tag, Chain: f.Chain, Scope: scopes[f.Scope], Panics: f.Panics,
	}
}

// inferTypes calls the receivers of rows what they can only be: a router, or a
// context, unless a row says otherwise.
func (c *compiler) inferTypes() {
	for _, f := range c.out.Frameworks {
		for _, row := range f.Funcs {
			is := receiverIs(row.Does)
			known := slices.ContainsFunc(f.Types, func(t web.Type) bool { return t.Name == row.Recv })
			if is != 0 && row.Recv != "" && !known {
				f.Types = append(f.Types, web.Type{Name: row.Recv, Is: is})
			}
		}
	}
}

func receiverIs(does web.Role) web.TypeRole {
	switch does {
	case web.Registers, web.Groups, web.Mounts, web.Attaches:
		return web.IsRouter
	case web.PathParameter, web.QueryParameter, web.BodyParameter, web.Binds, web.GetsValue, web.SetsValue, web.Passes, web.Aborts:
		return web.IsContext
	}
	return 0
}
