package flow

import (
	"go/types"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// ClaimedType tells whether values of t are read from a token: the token
// itself ("token"), its claims ("claims").
func ClaimedType(t types.Type) (string, bool) {
	if row, _ := jwt.TypeOf(t); row != nil {
		switch row.Is {
		case model.IsToken, model.IsParsed:
			return "token", true
		case model.IsMapClaims, model.IsStandardClaims, model.IsClaims, model.IsVerified:
			return "claims", true
		}
		return "", false
	}
	if embedsClaims(t) {
		return "claims", true
	}
	if embedsToken(t) {
		return "token", true
	}
	return "", false
}

// embedsToken reports whether t is a program's own token type: a struct with a
// library's token embedded.
func embedsToken(t types.Type) bool {
	s := ssax.StructOf(t)
	if s == nil {
		return false
	}
	for f := range s.Fields() {
		if !f.Embedded() {
			continue
		}
		if row, _ := jwt.TypeOf(f.Type()); row != nil && row.Is == model.IsToken {
			return true
		}
	}
	return false
}

// embedsClaims reports whether t is a struct, or pointer to one, with a
// library's claims type embedded.
func embedsClaims(t types.Type) bool {
	s := ssax.StructOf(t)
	if s == nil {
		return false
	}
	for f := range s.Fields() {
		if !f.Embedded() {
			continue
		}
		if row, _ := jwt.TypeOf(f.Type()); row != nil && (row.Is == model.IsStandardClaims || row.Is == model.IsMapClaims) {
			return true
		}
		if ssax.StructOf(f.Type()) != nil && f.Type() != t && embedsClaims(f.Type()) {
			return true
		}
	}
	return false
}

// claimedField tells whether a field of the token or of a claims type is read,
// and which claim it holds.
func claimedField(t types.Type, f *types.Var) (string, bool) {
	row, _ := jwt.TypeOf(t)
	switch {
	case row != nil && row.Is == model.IsToken:
		switch f.Name() {
		case "Method":
			return string(model.Alg), true
		case "Header":
			return "header", true
		case "Claims":
			return "claims", true
		case "Valid":
			return "", false
		}
		return "token", true
	case row != nil && row.Is == model.IsParsed:
		return "token", true
	case row != nil && row.Is == model.IsHeader:
		for claim, name := range row.Fields {
			if name == f.Name() {
				return string(claim), true
			}
		}
		return "header", true
	case row != nil && (row.Is == model.IsStandardClaims || row.Is == model.IsVerified):
		for claim, name := range row.Fields {
			if name == f.Name() {
				return string(claim), true
			}
		}
		return "claims", true
	case row == nil && embedsClaims(t):
		if inner, ok := ClaimedType(f.Type()); ok {
			return inner, true
		}
		return claimOfTag(t, f), true
	}
	return "", false
}

// claimOfTag names the claim that encoding/json puts into a field of a claims struct.
func claimOfTag(t types.Type, f *types.Var) string {
	s := ssax.StructOf(t)
	for i := range s.NumFields() {
		if s.Field(i).Origin() == f {
			return jsonName(f, s.Tag(i))
		}
	}
	return f.Name()
}
