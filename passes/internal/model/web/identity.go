package web

import "github.com/jwtvet/jwtvet/passes/internal/model"

// The middlewares of JWT libraries: who verifies, and who tells whose token it was.

var jwtauth = &Framework{
	Name: "jwtauth v5", Module: "github.com/go-chi/jwtauth/v5", Oldest: "v5.3.3", Newest: "v5.3.3",
	Pkgs: []string{"github.com/go-chi/jwtauth/v5"},
	Funcs: []Func{
		// func FromContext(ctx context.Context) (jwt.Token, map[string]interface{}, error)
		{Name: "FromContext", Does: GetsIdentity},
		// func Verifier(ja *JWTAuth) func(http.Handler) http.Handler
		{Name: "Verifier", Does: VerifiesToken},
		// func Verify(ja *JWTAuth, findTokenFns ...func(r *http.Request) string) func(http.Handler) http.Handler
		{Name: "Verify", Does: VerifiesToken},
		// func Authenticator(ja *JWTAuth) func(http.Handler) http.Handler
		{Name: "Authenticator", Does: VerifiesToken},
	},
}

var ginJWT = &Framework{
	Name: "gin-jwt v2", Module: "github.com/appleboy/gin-jwt/v2", Oldest: "v2.10.3", Newest: "v2.10.3",
	Pkgs: []string{"github.com/appleboy/gin-jwt/v2"},
	Funcs: []Func{
		// func ExtractClaims(c *gin.Context) MapClaims
		{Name: "ExtractClaims", Does: GetsIdentity},
		// func (mw *GinJWTMiddleware) MiddlewareFunc() gin.HandlerFunc
		{Recv: "GinJWTMiddleware", Name: "MiddlewareFunc", Does: VerifiesToken},
		// func (mw *GinJWTMiddleware) GetClaimsFromJWT(c *gin.Context) (jwt.MapClaims, error)
		{Recv: "GinJWTMiddleware", Name: "GetClaimsFromJWT", Does: GetsIdentity},
	},
}

var kratosJWT = &Framework{
	Name: "kratos jwt", Module: "github.com/go-kratos/kratos/v2", Oldest: "v2.8.3", Newest: "v2.8.3",
	Pkgs: []string{"github.com/go-kratos/kratos/v2/middleware/auth/jwt"},
	Funcs: []Func{
		// func FromContext(ctx context.Context) (token jwt.Claims, ok bool)
		{Name: "FromContext", Does: GetsIdentity},
		// func Server(keyFunc jwt.Keyfunc, opts ...Option) middleware.Middleware
		{Name: "Server", Does: VerifiesToken},
	},
}

var auth0 = &Framework{
	Name: "auth0 go-jwt-middleware v2", Module: "github.com/auth0/go-jwt-middleware/v2", Oldest: "v2.3.1", Newest: "v2.3.1",
	Pkgs: []string{"github.com/auth0/go-jwt-middleware/v2"},
	Funcs: []Func{
		// func (m *JWTMiddleware) CheckJWT(next http.Handler) http.Handler
		{Recv: "JWTMiddleware", Name: "CheckJWT", Does: VerifiesToken},
	},
}

var oidc = &Framework{
	Name: "go-oidc v3", Module: "github.com/coreos/go-oidc/v3", Oldest: "v3.21.0", Newest: "v3.21.0",
	Pkgs: []string{"github.com/coreos/go-oidc/v3/oidc"},
	Funcs: []Func{
		// func (v *IDTokenVerifier) Verify(ctx context.Context, rawIDToken string) (*IDToken, error)
		{Recv: "IDTokenVerifier", Name: "Verify", Does: VerifiesToken},
		// func (i *IDToken) Claims(v interface{}) error
		{Recv: "IDToken", Name: "Claims", Does: GetsIdentity, Into: model.Arg(0)},
	},
}

var echoJWT = &Framework{
	Name: "echo-jwt v4", Module: "github.com/labstack/echo-jwt/v4", Oldest: "v4.4.0", Newest: "v4.4.0",
	Pkgs: []string{"github.com/labstack/echo-jwt/v4"},
	Funcs: []Func{
		// func JWT(signingKey interface{}) echo.MiddlewareFunc
		{Name: "JWT", Does: VerifiesToken},
		// func WithConfig(config Config) echo.MiddlewareFunc
		{Name: "WithConfig", Does: VerifiesToken},
	},
}

// echoOldJWT: echo's own middleware, before echo-jwt.
var echoOldJWT = &Framework{
	Name: "echo v4 middleware", Module: "github.com/labstack/echo/v4", Oldest: "v4.12.0", Newest: "v4.12.0",
	Pkgs: []string{"github.com/labstack/echo/v4/middleware"},
	Funcs: []Func{
		// func JWT(key interface{}) echo.MiddlewareFunc
		{Name: "JWT", Does: VerifiesToken},
		// func JWTWithConfig(config JWTConfig) echo.MiddlewareFunc
		{Name: "JWTWithConfig", Does: VerifiesToken},
	},
}

var fiberJWT = &Framework{
	Name: "fiber jwt", Module: "github.com/gofiber/contrib/jwt", Oldest: "v1.1.2", Newest: "v1.1.2",
	Pkgs: []string{"github.com/gofiber/contrib/jwt"},
	Funcs: []Func{
		// func New(config ...Config) fiber.Handler
		{Name: "New", Does: VerifiesToken},
	},
}

// fiberOldJWT: where the middleware was before.
var fiberOldJWT = &Framework{
	Name: "fiber jwt v3", Module: "github.com/gofiber/jwt/v3", Oldest: "v3.3.10", Newest: "v3.3.10",
	Pkgs: []string{"github.com/gofiber/jwt/v3"},
	Funcs: []Func{
		// func New(config ...Config) fiber.Handler
		{Name: "New", Does: VerifiesToken},
	},
}

var irisJWT = &Framework{
	Name: "iris jwt", Module: "github.com/kataras/iris/v12", Oldest: "v12.2.11", Newest: "v12.2.11",
	Pkgs: []string{"github.com/kataras/iris/v12/middleware/jwt"},
	Funcs: []Func{
		// func Get(ctx *context.Context) interface{}
		{Name: "Get", Does: GetsIdentity},
		// func GetVerifiedToken(ctx *context.Context) *VerifiedToken
		{Name: "GetVerifiedToken", Does: GetsIdentity},
		// func (v *Verifier) Verify(claimsType func() interface{}, validators ...TokenValidator) context.Handler
		{Recv: "Verifier", Name: "Verify", Does: VerifiesToken},
	},
}
