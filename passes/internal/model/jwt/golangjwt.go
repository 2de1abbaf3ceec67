package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// golangJWTv3 took over from dgrijalva/jwt-go, without a module of its own.
var golangJWTv3 = &model.Library{
	Name:     "golang-jwt v3",
	Modules:  []string{"github.com/golang-jwt/jwt"},
	Packages: []string{"github.com/golang-jwt/jwt", "github.com/golang-jwt/jwt/request"},
	Oldest:   "v3.2.1+incompatible",
	Newest:   "v3.2.2+incompatible",
	Funcs: rows(parseRows(""), parserRows(), requestRows(), pemRows(), edRows(), methodRows(methodTypes...), edMethodRows(),
		verifyRows("MapClaims"), verifyRows("StandardClaims")),
	Fields: parserFields(),
	Vars:   methodVars(model.HMAC, model.RSA, model.ECDSA, model.EdDSA),
	Types:  append(commonTypes(), registered("StandardClaims"), edType()),
	Hook:   validHook(),
}

// golangJWTv4 has options on its parsing functions since v4.2.0.
var golangJWTv4 = &model.Library{
	Name:     "golang-jwt v4",
	Modules:  []string{"github.com/golang-jwt/jwt/v4"},
	Packages: []string{"github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt/v4/request"},
	Oldest:   "v4.0.0",
	Newest:   "v4.5.2",
	Funcs: rows(parseRows("v4.2.0"), parseOptionRows("v4.2.0"), parserRows(), requestRows(), pemRows(), edRows(),
		methodRows(methodTypes...), edMethodRows(),
		verifyRows("MapClaims"), verifyRows("StandardClaims"), verifyRows("RegisteredClaims")),
	Fields: parserFields(),
	Vars:   methodVars(model.HMAC, model.RSA, model.ECDSA, model.EdDSA),
	Types:  append(commonTypes(), registered("StandardClaims"), registered("RegisteredClaims"), edType()),
	Hook:   validHook(),
}

// golangJWTv5 checks expected values through options; its claims types only
// have getters.
var golangJWTv5 = &model.Library{
	Name:     "golang-jwt v5",
	Modules:  []string{"github.com/golang-jwt/jwt/v5"},
	Packages: []string{"github.com/golang-jwt/jwt/v5", "github.com/golang-jwt/jwt/v5/request"},
	Oldest:   "v5.0.0",
	Newest:   "v5.3.1",
	Funcs: rows(parseOptionRows(""), parserRows(), requestRows(), pemRows(), edRows(), methodRows(methodTypes...), edMethodRows(),
		v5Options(), getterRows("Claims"), getterRows("MapClaims"), getterRows("RegisteredClaims")),
	Vars: methodVars(model.HMAC, model.RSA, model.ECDSA, model.EdDSA),
	Types: append(commonTypes(), registered("RegisteredClaims"), edType(),
		model.Type{Name: "VerificationKeySet", Is: model.IsKeySet, Since: "v5.1.0"}),
	Hook: model.Hook{Name: "Validate", Ignored: "Valid", Getter: "GetExpirationTime"},
}

// v5Options are the parser options that check claims, and the validator that
// takes the same ones.
func v5Options() []model.Func {
	return []model.Func{
		// func WithAudience(aud string) ParserOption
		// An empty audience switches the check off.
		{Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Empty: model.EmptyOff, Until: "v5.2.3"},
		// func WithAudience(aud ...string) ParserOption
		// No audience switches the check off; an empty one has to match literally.
		{Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Empty: model.ListOff, Since: "v5.2.3"},
		// func WithAllAudiences(aud ...string) ParserOption
		{Name: "WithAllAudiences", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Empty: model.ListOff, Since: "v5.2.3"},
		// func WithIssuer(iss string) ParserOption
		{Name: "WithIssuer", Does: model.Enforces, Check: model.Iss, Value: model.Arg(0), Empty: model.EmptyOff},
		// func WithSubject(sub string) ParserOption
		{Name: "WithSubject", Does: model.Enforces, Check: model.Sub, Value: model.Arg(0), Empty: model.EmptyOff},
		// func WithExpirationRequired() ParserOption
		{Name: "WithExpirationRequired", Does: model.Enforces, Check: model.Exp, Since: "v5.1.0"},
		// func NewValidator(opts ...ParserOption) *Validator
		{Name: "NewValidator", Does: model.BuildsValidator, Options: model.Arg(0), Since: "v5.2.0"},
		// func (v *Validator) Validate(claims Claims) error
		{Recv: "Validator", Name: "Validate", Does: model.ValidatesClaims, Claims: model.Arg(0), Since: "v5.2.0"},
	}
}

// getterRows are the getters of the claims of v5.
func getterRows(recv string) []model.Func {
	return []model.Func{
		// func (c RegisteredClaims) GetAudience() (ClaimStrings, error)
		{Recv: recv, Name: "GetAudience", Does: model.GetsClaim, Check: model.Aud},
		// func (c RegisteredClaims) GetIssuer() (string, error)
		{Recv: recv, Name: "GetIssuer", Does: model.GetsClaim, Check: model.Iss},
		// func (c RegisteredClaims) GetSubject() (string, error)
		{Recv: recv, Name: "GetSubject", Does: model.GetsClaim, Check: model.Sub},
		// func (c RegisteredClaims) GetExpirationTime() (*NumericDate, error)
		{Recv: recv, Name: "GetExpirationTime", Does: model.GetsClaim, Check: model.Exp},
	}
}

// edMethodRows are the methods of the Ed25519 signing method.
func edMethodRows() []model.Func { return methodRows("SigningMethodEd25519")[3:] }

func edType() model.Type {
	return model.Type{Name: "SigningMethodEd25519", Is: model.IsMethod, Family: model.EdDSA}
}
