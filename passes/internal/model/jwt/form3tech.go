package jwt

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// form3tech is a fork of dgrijalva/jwt-go with a list for the audience.
var form3tech = &model.Library{
	Name:      "form3tech-oss/jwt-go",
	Modules:   []string{"github.com/form3tech-oss/jwt-go"},
	Packages:  []string{"github.com/form3tech-oss/jwt-go", "github.com/form3tech-oss/jwt-go/request"},
	Oldest:    "v3.2.2+incompatible",
	Newest:    "v3.2.5+incompatible",
	Successor: "github.com/golang-jwt/jwt/v5",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(parseRows(), parserRows(), unverifiedRows(), pemRows(), passwordRows(), signingRows(),
			requestRows(), requestClaimsRows(), form3techMapRows(), verifyRows("StandardClaims"))
		lib.Fields = slices.Concat(parserFields(""), nameFields())
		lib.Vars = methodVars()
		lib.Types = append(commonTypes(), registered("StandardClaims", ""), requestOption(""))
		lib.Remedies = oldestRemedies()
		lib.Hook = validHook()
		lib.Failure = reportedFailure("")
	},
}

// form3techMapRows are the checks of MapClaims. VerifyAudience differs from
// its siblings: it refuses a token without an audience whatever req says.
func form3techMapRows() []model.Func {
	out := verifyRows("MapClaims")
	for i := range out {
		if out[i].Name == "VerifyAudience" {
			// func (m MapClaims) VerifyAudience(cmp string, req bool) bool
			out[i].Required = model.None
		}
	}
	return out
}
