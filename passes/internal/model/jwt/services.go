package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// The middlewares of frameworks for services, which are given a keyfunc or a
// secret, and the one method that they accept.

// goKit pins the method that it is given.
var goKit = &model.Library{
	Name: "go-kit auth/jwt", Modules: []string{"github.com/go-kit/kit"},
	Packages:  []string{"github.com/go-kit/kit/auth/jwt"},
	Framework: true,
	Oldest:    "v0.9.0", Newest: "v0.13.0",
	Funcs: []model.Func{
		// func NewParser(keyFunc jwt.Keyfunc, method jwt.SigningMethod, newClaims ClaimsFactory) endpoint.Middleware
		{Name: "NewParser", Does: model.MakesMiddleware, Key: model.Arg(0), Method: model.Arg(1)},
		// func NewSigner(kid string, key []byte, method jwt.SigningMethod, claims jwt.Claims) endpoint.Middleware
		{Name: "NewSigner", Does: model.Signs, Key: model.Arg(1), Claims: model.Arg(3)},
	},
	Fill: func(lib *model.Library) {
		lib.Remedies = map[model.Claim]string{
			model.Aud: "check aud in a middleware behind it",
			model.Iss: "check iss in a middleware behind it",
		}
	},
}

// kratosJWT pins HS256 or what WithSigningMethod says.
var kratosJWT = &model.Library{
	Name: "go-kratos auth/jwt", Modules: []string{"github.com/go-kratos/kratos/v2"},
	Packages:  []string{"github.com/go-kratos/kratos/v2/middleware/auth/jwt"},
	Framework: true,
	Oldest:    "v2.1.0", Newest: "v2.8.3",
	Funcs: []model.Func{
		// func Server(keyFunc jwt.Keyfunc, opts ...Option) middleware.Middleware
		{Name: "Server", Does: model.MakesMiddleware, Key: model.Arg(0), Options: model.Arg(1), Checks: []model.Claim{model.Alg}},
		// func WithSigningMethod(method jwt.SigningMethod) Option
		{Name: "WithSigningMethod", Does: model.Enforces, Check: model.Alg, Method: model.Arg(0)},
	},
	Types: []model.Type{
		// type Option func(*options)
		{Name: "Option", Is: model.IsOption},
	},
	Fill: func(lib *model.Library) {
		lib.Remedies = map[model.Claim]string{
			model.Aud: "check aud in a middleware behind it",
			model.Iss: "check iss in a middleware behind it",
		}
	},
}

// goZero takes a text as the secret, so that HS256, HS384 and HS512 are all
// that it verifies. It hands neither audience nor issuer on.
var goZero = &model.Library{
	Name: "go-zero rest", Modules: []string{"github.com/zeromicro/go-zero"},
	Packages:  []string{"github.com/zeromicro/go-zero/rest", "github.com/zeromicro/go-zero/rest/handler"},
	Framework: true,
	Oldest:    "v1.3.0", Newest: "v1.10.3",
	Funcs: []model.Func{
		// func WithJwt(secret string) RouteOption
		{Name: "WithJwt", Does: model.MakesMiddleware, Key: model.Arg(0), Family: model.HMAC},
		// func WithJwtTransition(secret, prevSecret string) RouteOption
		{Name: "WithJwtTransition", Does: model.MakesMiddleware, Key: model.Arg(0), Family: model.HMAC},
		// func Authorize(secret string, opts ...AuthorizeOption) func(http.Handler) http.Handler
		{Name: "Authorize", Does: model.MakesMiddleware, Key: model.Arg(0), Family: model.HMAC},
		// func WithPrevSecret(secret string) AuthorizeOption
		{Name: "WithPrevSecret", Does: model.GivesKey, Key: model.Arg(0), Family: model.HMAC},
	},
	Fill: func(lib *model.Library) {
		lib.Remedies = map[model.Claim]string{
			model.Aud: "verify in a middleware of your own",
			model.Iss: "verify in a middleware of your own",
		}
	},
}
