package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// keyfuncV1 serves golang-jwt v4 with the keys of a JWK set. A key that
// declares an algorithm is held to it since v1.5.3.
var keyfuncV1 = &model.Library{
	Name:     "MicahParks/keyfunc v1",
	Modules:  []string{"github.com/MicahParks/keyfunc"},
	Packages: []string{"github.com/MicahParks/keyfunc"},
	Oldest:   "v1.0.0",
	Newest:   "v1.9.0",
	Funcs: []model.Func{
		// func (j *JWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "JWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), Until: "v1.5.3"},
		// func (j *JWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "JWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: true, Since: "v1.5.3"},
		// func (m *MultipleJWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "MultipleJWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: true, Since: "v1.9.0"},
	},
}

// keyfuncV2 is the same for golang-jwt v5.
var keyfuncV2 = &model.Library{
	Name:     "MicahParks/keyfunc v2",
	Modules:  []string{"github.com/MicahParks/keyfunc/v2"},
	Packages: []string{"github.com/MicahParks/keyfunc/v2"},
	Oldest:   "v2.0.0",
	Newest:   "v2.1.0",
	Funcs: []model.Func{
		// func (j *JWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "JWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: true},
		// func (m *MultipleJWKS) Keyfunc(token *jwt.Token) (interface{}, error)
		{Recv: "MultipleJWKS", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0), ByKey: true},
	},
}

// keyfuncV3 hands all keys over for a token without kid, whatever algorithm
// they declare: the parser's list of methods is still needed.
var keyfuncV3 = &model.Library{
	Name:     "MicahParks/keyfunc v3",
	Modules:  []string{"github.com/MicahParks/keyfunc/v3"},
	Packages: []string{"github.com/MicahParks/keyfunc/v3"},
	Oldest:   "v3.0.0",
	Newest:   "v3.9.1",
	Funcs: []model.Func{
		// Keyfunc(token *jwt.Token) (any, error)
		{Recv: "Keyfunc", Name: "Keyfunc", Does: model.SelectsKey, Token: model.Arg(0)},
	},
}
