package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// auth0v1 accepts any algorithm unless SigningMethod is set, which counts
// beside the keyfunc.
var auth0v1 = &model.Library{
	Name: "auth0/go-jwt-middleware v1", Modules: []string{"github.com/auth0/go-jwt-middleware"},
	Packages: []string{"github.com/auth0/go-jwt-middleware"},
	Oldest:   "v1.0.0", Newest: "v1.0.1",
	Successor: "github.com/auth0/go-jwt-middleware/v3",
	Funcs: []model.Func{
		// func New(options ...Options) *JWTMiddleware
		{Name: "New", Does: model.MakesMiddleware, Settings: model.Arg(0)},
	},
	Fields: []model.Field{
		// ValidationKeyGetter jwt.Keyfunc
		{Type: "Options", Name: "ValidationKeyGetter", Does: model.SelectsKey},
		// SigningMethod jwt.SigningMethod
		{Type: "Options", Name: "SigningMethod", Does: model.Enforces, Check: model.Alg, Empty: model.EmptyOff, Stays: true},
	},
	Types: []model.Type{{Name: "Options", Is: model.IsSettings}},
	Fill: func(lib *model.Library) {
		lib.Remedies = map[model.Claim]string{
			model.Alg: "set SigningMethod",
			model.Aud: "check aud in ValidationKeyGetter",
			model.Iss: "check iss in ValidationKeyGetter",
		}
	},
}

// Since v2 the algorithm, issuer and audience are required, and checked.
var (
	auth0v2 = &model.Library{
		Name: "auth0/go-jwt-middleware v2", Modules: []string{"github.com/auth0/go-jwt-middleware/v2"},
		Packages: []string{"github.com/auth0/go-jwt-middleware/v2/validator"},
		Oldest:   "v2.0.1", Newest: "v2.3.1",
		Funcs: []model.Func{
			// func New(keyFunc func(context.Context) (interface{}, error), signatureAlgorithm SignatureAlgorithm, issuerURL string, audience []string, opts ...Option) (*Validator, error)
			{Name: "New", Does: model.MakesMiddleware, Key: model.Arg(0), Checks: []model.Claim{model.Alg, model.Aud, model.Iss}},
		},
	}
	auth0v3 = &model.Library{
		Name: "auth0/go-jwt-middleware v3", Modules: []string{"github.com/auth0/go-jwt-middleware/v3"},
		Packages: []string{"github.com/auth0/go-jwt-middleware/v3/validator"},
		Oldest:   "v3.0.0", Newest: "v3.1.0",
		Funcs: []model.Func{
			// func New(opts ...Option) (*Validator, error)
			{Name: "New", Does: model.MakesMiddleware, Checks: []model.Claim{model.Alg, model.Aud, model.Iss}},
			// func WithKeyFunc(keyFunc func(context.Context) (any, error)) Option
			{Name: "WithKeyFunc", Does: model.GivesKey, Key: model.Arg(0)},
		},
	}
)
