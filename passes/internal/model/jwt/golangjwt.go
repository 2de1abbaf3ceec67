package jwt

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// golangJWTv3 took over from dgrijalva/jwt-go, without a module of its own.
var golangJWTv3 = &model.Library{
	Name:      "golang-jwt v3",
	Modules:   []string{"github.com/golang-jwt/jwt"},
	Packages:  []string{"github.com/golang-jwt/jwt", "github.com/golang-jwt/jwt/request"},
	Oldest:    "v3.2.1+incompatible",
	Newest:    "v3.2.2+incompatible",
	Successor: "github.com/golang-jwt/jwt/v5",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(parseRows(), parserRows(), unverifiedRows(), pemRows(), passwordRows(), signingRows(),
			requestRows(), requestClaimsRows(), verifyRows("MapClaims"), verifyRows("StandardClaims"), since("v3.2.2", edRows()))
		lib.Fields = slices.Concat(parserFields(""), nameFields())
		lib.Vars = append(methodVars(), edVar("v3.2.2"))
		lib.Types = append(commonTypes(), registered("StandardClaims", ""), edType("v3.2.2"), requestOption(""))
		lib.Remedies = oldestRemedies()
		lib.Hook = validHook()
		lib.Failure = reportedFailure("")
	},
}

// golangJWTv4 has options on its parsing functions since v4.2.0. v4.4.0, which
// was retracted, gave its checks options of their own behind these positions.
var golangJWTv4 = &model.Library{
	Name:     "golang-jwt v4",
	Modules:  []string{"github.com/golang-jwt/jwt/v4"},
	Packages: []string{"github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt/v4/request"},
	Oldest:   "v4.0.0",
	Newest:   "v4.5.2",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(until("v4.2.0", parseRows()), since("v4.2.0", parseOptionRows()),
			parserRows(), unverifiedRows(), pemRows(), passwordRows(), signingRows(), edRows(), requestRows(), requestClaimsRows(),
			verifyRows("MapClaims"), verifyRows("StandardClaims"), v4RegisteredRows())
		lib.Fields = slices.Concat(parserFields(""), nameFields())
		lib.Vars = append(methodVars(), edVar(""))
		lib.Types = slices.Concat(commonTypes(), optionTypes("v4.2.0"), []model.Type{
			registered("StandardClaims", ""), registered("RegisteredClaims", "v4.1.0"), edType(""),
		})
		lib.Remedies = olderRemedies()
		lib.Hook = validHook()
		lib.Failure = reportedFailure("v4.5.1")
	},
}

// v4RegisteredRows are the checks of RegisteredClaims, which forgot the issuer
// at first.
func v4RegisteredRows() []model.Func {
	out := verifyRows("RegisteredClaims")
	for i := range out {
		if out[i].Check == model.Iss {
			// func (c *RegisteredClaims) VerifyIssuer(cmp string, req bool) bool
			out[i].Since = "v4.2.0"
		}
	}
	return since("v4.1.0", out)
}

// golangJWTv5 checks expected values through options; its claims types only
// have getters.
var golangJWTv5 = &model.Library{
	Name:     "golang-jwt v5",
	Modules:  []string{"github.com/golang-jwt/jwt/v5"},
	Packages: []string{"github.com/golang-jwt/jwt/v5", "github.com/golang-jwt/jwt/v5/request"},
	Oldest:   "v5.0.0",
	Newest:   "v5.3.1",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(parseOptionRows(), parserRows(), unverifiedRows(), pemRows(), passwordRows(), signingRows(), edRows(),
			requestRows(), requestClaimsRows(), audienceRows(), v5Rows(),
			getterRows("Claims"), getterRows("MapClaims"), getterRows("RegisteredClaims"))
		lib.Fields = nameFields()
		lib.Vars = append(methodVars(), edVar(""))
		lib.Types = slices.Concat(commonTypes(), optionTypes(""), []model.Type{
			registered("RegisteredClaims", ""), edType(""),
			// type VerificationKeySet struct { Keys []VerificationKey }
			{Name: "VerificationKeySet", Is: model.IsKeySet, Since: "v5.1.0"},
		})
		lib.Failure = model.Failure{Filled: true, Forged: forgedErrors(), Expired: "ErrTokenExpired"}
	},
	Hook: model.Hook{Name: "Validate", Ignored: "Valid", Getter: "GetExpirationTime"},
}

// audienceRows: v5.2.3 made a list of the expected audience. An empty one
// switched the check off before; since then only no value at all does.
func audienceRows() []model.Func {
	return []model.Func{
		// func WithAudience(aud string) ParserOption
		{Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Empty: model.EmptyOff, Until: "v5.2.3"},
		// func WithAudience(aud ...string) ParserOption
		{Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Empty: model.ListOff, Since: "v5.2.3"},
		// func WithAllAudiences(aud ...string) ParserOption
		{Name: "WithAllAudiences", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Empty: model.ListOff, Since: "v5.2.3"},
	}
}

// v5Rows are the other options that check claims, and the validator that takes
// the same ones.
func v5Rows() []model.Func {
	return []model.Func{
		// func WithIssuer(iss string) ParserOption
		{Name: "WithIssuer", Does: model.Enforces, Check: model.Iss, Value: model.Arg(0), Empty: model.EmptyOff},
		// func WithSubject(sub string) ParserOption
		{Name: "WithSubject", Does: model.Enforces, Check: model.Sub, Value: model.Arg(0), Empty: model.EmptyOff},
		// func WithExpirationRequired() ParserOption
		{Name: "WithExpirationRequired", Does: model.Enforces, Check: model.Exp, Since: "v5.1.0"},
		// func WithLeeway(leeway time.Duration) ParserOption
		{Name: "WithLeeway", Does: model.Tolerates, Leeway: model.Arg(0)},
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
