package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// dgrijalvaV3 is the ancestor of the family, unmaintained since 2020.
var dgrijalvaV3 = &model.Library{
	Name:     "dgrijalva/jwt-go v3",
	Modules:  []string{"github.com/dgrijalva/jwt-go"},
	Packages: []string{"github.com/dgrijalva/jwt-go", "github.com/dgrijalva/jwt-go/request"},
	Oldest:   "v3.2.0+incompatible",
	Newest:   "v3.2.0+incompatible",
	Funcs: rows(parseRows(""), parserRows(), requestRows(), pemRows(), methodRows(methodTypes...),
		verifyRows("MapClaims"), verifyRows("StandardClaims")),
	Fields: parserFields(),
	Vars:   methodVars(model.HMAC, model.RSA, model.ECDSA),
	Types:  append(commonTypes(), registered("StandardClaims")),
	Hook:   validHook(),
}

// form3tech is a fork of dgrijalva/jwt-go with a list for the audience.
var form3tech = &model.Library{
	Name:     "form3tech-oss/jwt-go",
	Modules:  []string{"github.com/form3tech-oss/jwt-go"},
	Packages: []string{"github.com/form3tech-oss/jwt-go", "github.com/form3tech-oss/jwt-go/request"},
	Oldest:   "v3.2.2+incompatible",
	Newest:   "v3.2.5+incompatible",
	Funcs: rows(parseRows(""), parserRows(), requestRows(), pemRows(), methodRows(methodTypes...),
		verifyRows("MapClaims"), verifyRows("StandardClaims")),
	Fields: parserFields(),
	Vars:   methodVars(model.HMAC, model.RSA, model.ECDSA),
	Types:  append(commonTypes(), registered("StandardClaims")),
	Hook:   validHook(),
}

// dgrijalvaV4 is the preview of a version that was never released. It refuses
// a token with an audience unless an option expects one.
var dgrijalvaV4 = &model.Library{
	Name:     "dgrijalva/jwt-go v4 preview",
	Modules:  []string{"github.com/dgrijalva/jwt-go/v4"},
	Packages: []string{"github.com/dgrijalva/jwt-go/v4", "github.com/dgrijalva/jwt-go/v4/request"},
	Oldest:   "v4.0.0-preview1",
	Newest:   "v4.0.0-preview1",
	Funcs:    rows(parseOptionRows(""), parserRows(), requestRows(), pemRows(), methodRows(methodTypes...), previewRows()),
	Vars:     methodVars(model.HMAC, model.RSA, model.ECDSA),
	Types:    append(commonTypes(), registered("StandardClaims")),
	Hook:     model.Hook{Name: "Valid", Ignored: "Validate", Replaces: true},
	Refuses:  []model.Claim{model.Aud},
}

// previewRows are what only the preview has.
func previewRows() []model.Func {
	return []model.Func{
		// func WithAudience(aud string) ParserOption
		// A token without aud passes.
		{Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Absent: true},
		// func WithoutAudienceValidation() ParserOption
		{Name: "WithoutAudienceValidation", Does: model.Disables, Check: model.Aud},
		// func WithIssuer(iss string) ParserOption
		// WithIssuer("") accepts tokens without iss, and refuses those of any issuer.
		{Name: "WithIssuer", Does: model.Enforces, Check: model.Iss, Value: model.Arg(0)},
		// func KnownKeyfunc(signingMethod SigningMethod, key interface{}) Keyfunc
		{Name: "KnownKeyfunc", Does: model.PinsKey, Method: model.Arg(0), Key: model.Arg(1)},
		// func (m MapClaims) VerifyAudience(h *ValidationHelper, cmp string) error
		{Recv: "MapClaims", Name: "VerifyAudience", Does: model.ChecksClaim, Check: model.Aud, Value: model.Arg(1), Absent: true},
		// func (m MapClaims) VerifyIssuer(h *ValidationHelper, cmp string) error
		{Recv: "MapClaims", Name: "VerifyIssuer", Does: model.ChecksClaim, Check: model.Iss, Value: model.Arg(1)},
		// func (c *StandardClaims) VerifyAudience(h *ValidationHelper, cmp string) error
		{Recv: "StandardClaims", Name: "VerifyAudience", Does: model.ChecksClaim, Check: model.Aud, Value: model.Arg(1), Absent: true},
		// func (c *StandardClaims) VerifyIssuer(h *ValidationHelper, cmp string) error
		{Recv: "StandardClaims", Name: "VerifyIssuer", Does: model.ChecksClaim, Check: model.Iss, Value: model.Arg(1)},
		// func (m MapClaims) Valid(h *ValidationHelper) error
		{Recv: "MapClaims", Name: "Valid", Does: model.ValidatesClaims, Claims: model.Recv},
		// func (c StandardClaims) Valid(h *ValidationHelper) error
		{Recv: "StandardClaims", Name: "Valid", Does: model.ValidatesClaims, Claims: model.Recv},
	}
}
