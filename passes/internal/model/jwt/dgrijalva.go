package jwt

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// dgrijalvaV3 is the ancestor of the family, unmaintained since 2020.
// VerifyAudience of its MapClaims takes a list in the token for no audience
// (CVE-2020-26160): one more way in where the audience is not required.
var dgrijalvaV3 = &model.Library{
	Name:      "dgrijalva/jwt-go v3",
	Modules:   []string{"github.com/dgrijalva/jwt-go"},
	Packages:  []string{"github.com/dgrijalva/jwt-go", "github.com/dgrijalva/jwt-go/request"},
	Oldest:    "v3.0.0+incompatible",
	Newest:    "v3.2.0+incompatible",
	Successor: "github.com/golang-jwt/jwt/v5",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(parseRows(), parserRows(), pemRows(), signingRows(), verifyRows("MapClaims"), verifyRows("StandardClaims"),
			requestClaimsRows(), until("v3.2.0", oldRequestRows()),
			since("v3.2.0", rows(requestRows(), unverifiedRows(), passwordRows())))
		lib.Fields = slices.Concat(parserFields("v3.1.0"), nameFields())
		lib.Vars = methodVars()
		lib.Types = append(commonTypes(), registered("StandardClaims", ""), requestOption("v3.2.0"))
		lib.Remedies = oldestRemedies()
		lib.Hook = validHook()
		lib.Failure = reportedFailure("")
	},
}

// oldRequestRows are the rows of the first "request" packages.
func oldRequestRows() []model.Func {
	return []model.Func{
		// func ParseFromRequest(req *http.Request, extractor Extractor, keyFunc jwt.Keyfunc) (token *jwt.Token, err error)
		{Name: "ParseFromRequest", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(2)},
	}
}

// dgrijalvaV4 is the preview of a version that was never released. It refuses
// a token with an audience unless an option expects one.
var dgrijalvaV4 = &model.Library{
	Name:      "dgrijalva/jwt-go v4 preview",
	Modules:   []string{"github.com/dgrijalva/jwt-go/v4"},
	Packages:  []string{"github.com/dgrijalva/jwt-go/v4", "github.com/dgrijalva/jwt-go/v4/request"},
	Oldest:    "v4.0.0-preview1",
	Newest:    "v4.0.0-preview1",
	Successor: "github.com/golang-jwt/jwt/v5",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(parseOptionRows(), parserRows(), unverifiedRows(), pemRows(), passwordRows(), signingRows(),
			requestRows(), requestClaimsRows(), previewRows(), previewClaimsRows("MapClaims"), previewClaimsRows("StandardClaims"))
		lib.Fields = nameFields()
		lib.Vars = methodVars()
		lib.Types = append(slices.Concat(commonTypes(), optionTypes("")), registered("StandardClaims", ""))
		lib.Hook = validHook() // func (c T) Valid(h *ValidationHelper) error
	},
	Refuses: []model.Claim{model.Aud},
	Failure: model.Failure{Filled: true},
}

// previewRows are what only the preview has.
func previewRows() []model.Func {
	return []model.Func{
		// func WithAudience(aud string) ParserOption
		{Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0), Absent: true},
		// func WithoutAudienceValidation() ParserOption
		{Name: "WithoutAudienceValidation", Does: model.Disables, Check: model.Aud},
		// func WithIssuer(iss string) ParserOption
		{Name: "WithIssuer", Does: model.Enforces, Check: model.Iss, Value: model.Arg(0), Empty: model.EmptyAbsent},
		// func WithLeeway(d time.Duration) ParserOption
		{Name: "WithLeeway", Does: model.Tolerates, Leeway: model.Arg(0)},
		// func KnownKeyfunc(signingMethod SigningMethod, key interface{}) Keyfunc
		{Name: "KnownKeyfunc", Does: model.PinsKey, Method: model.Arg(0), Key: model.Arg(1)},
		// func NewValidationHelper(options ...ParserOption) *ValidationHelper
		{Name: "NewValidationHelper", Does: model.BuildsValidator, Options: model.Arg(0)},
	}
}

// previewClaimsRows are the methods of a claims type of the preview; the
// helper given to Valid has the options.
func previewClaimsRows(recv string) []model.Func {
	return []model.Func{
		// func (c *StandardClaims) VerifyAudience(h *ValidationHelper, cmp string) error
		{Recv: recv, Name: "VerifyAudience", Does: model.ChecksClaim, Check: model.Aud, Value: model.Arg(1), Absent: true},
		// func (c *StandardClaims) VerifyIssuer(h *ValidationHelper, cmp string) error
		{Recv: recv, Name: "VerifyIssuer", Does: model.ChecksClaim, Check: model.Iss, Value: model.Arg(1)},
		// func (c StandardClaims) Valid(h *ValidationHelper) error
		{Recv: recv, Name: "Valid", Does: model.ValidatesClaims, Claims: model.Recv},
	}
}
