package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// keyfuncV1 serves golang-jwt v4 with the keys of a JWK set. A key that
// declares an algorithm is held to it since v1.5.2.
var keyfuncV1 = &model.Library{
	Name:     "MicahParks/keyfunc v1",
	Modules:  []string{"github.com/MicahParks/keyfunc"},
	Packages: []string{"github.com/MicahParks/keyfunc"},
	Oldest:   "v1.0.0",
	Newest:   "v1.9.0",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(
			until("v1.5.2", jwksRows(false)), since("v1.5.2", jwksRows(true)),
			since("v1.9.0", multipleRows()), givenRows(), since("v1.6.0", givenOptionRows()))
	},
}

// keyfuncV2 is the same for golang-jwt v5.
var keyfuncV2 = &model.Library{
	Name:     "MicahParks/keyfunc v2",
	Modules:  []string{"github.com/MicahParks/keyfunc/v2"},
	Packages: []string{"github.com/MicahParks/keyfunc/v2"},
	Oldest:   "v2.0.0",
	Newest:   "v2.1.0",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(jwksRows(true), multipleRows(), givenRows())
	},
}

// keyfuncV3 is a rewrite. Since v3.5.0 it hands all keys over for a token
// without kid, whatever algorithm they declare: the parser's list of methods is
// needed again.
var keyfuncV3 = &model.Library{
	Name:     "MicahParks/keyfunc v3",
	Modules:  []string{"github.com/MicahParks/keyfunc/v3"},
	Packages: []string{"github.com/MicahParks/keyfunc/v3"},
	Oldest:   "v3.0.0",
	Newest:   "v3.9.1",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(
			until("v3.5.0", rows(selectorRows(true), since("v3.3.1", selectorCtxRows(true)))),
			since("v3.5.0", rows(selectorRows(false), selectorCtxRows(false))))
	},
}

// jwksRows are the keyfunc of one JWK set. A key that declares no algorithm
// takes all of its family in every version.
func jwksRows(byKey bool) []model.Func {
	return []model.Func{
		// func (j *JWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "JWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: byKey},
	}
}

// multipleRows are the keyfunc of several JWK sets. A selector of the user's
// (MultipleOptions.KeySelector) may do otherwise.
func multipleRows() []model.Func {
	return []model.Func{
		// func (m *MultipleJWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "MultipleJWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: true},
	}
}

// givenRows put keys of the program's own into a set.
func givenRows() []model.Func {
	return []model.Func{
		// func NewGivenHMAC(key []byte) (givenKey GivenKey); v2: and options GivenKeyOptions
		{Name: "NewGivenHMAC", Does: model.GivesKey, Key: model.Arg(0), Family: model.HMAC},
		// func NewGivenCustom(key interface{}) (givenKey GivenKey); v2: and options GivenKeyOptions
		{Name: "NewGivenCustom", Does: model.GivesKey, Key: model.Arg(0)},
	}
}

// givenOptionRows let the program declare the key's algorithm; v2 has them
// under the names above.
func givenOptionRows() []model.Func {
	return []model.Func{
		// func NewGivenHMACCustomWithOptions(key []byte, options GivenKeyOptions) (givenKey GivenKey)
		{Name: "NewGivenHMACCustomWithOptions", Does: model.GivesKey, Key: model.Arg(0), Family: model.HMAC},
		// func NewGivenCustomWithOptions(key interface{}, options GivenKeyOptions) (givenKey GivenKey)
		{Name: "NewGivenCustomWithOptions", Does: model.GivesKey, Key: model.Arg(0)},
	}
}

// selectorRows are v3's keyfunc.
func selectorRows(byKey bool) []model.Func {
	return []model.Func{
		// Keyfunc(token *jwt.Token) (any, error)
		{Recv: "Keyfunc", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: byKey},
	}
}

// selectorCtxRows are the same with a context.
func selectorCtxRows(byKey bool) []model.Func {
	return []model.Func{
		// KeyfuncCtx(ctx context.Context) jwt.Keyfunc
		{Recv: "Keyfunc", Name: "KeyfuncCtx", Does: model.MakesKeyfunc, ByKey: byKey},
	}
}
