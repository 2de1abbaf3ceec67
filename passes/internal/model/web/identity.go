package web

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// The middlewares of JWT libraries: who verifies, and who tells whose token it was.

var (
	jwtauth5 = jwtauth("jwtauth v5", "github.com/go-chi/jwtauth/v5", "v5.0.1", "v5.3.3")
	jwtauth1 = jwtauth("jwtauth", "github.com/go-chi/jwtauth", "v1.2.0", "v1.2.0")
)

// jwtauth: Verifier looks at the token and lets everyone pass; only with an
// Authenticator behind it are others turned away.
func jwtauth(name, path, oldest, newest string) *Framework {
	return &Framework{
		Name: name, Module: path, Oldest: oldest, Newest: newest,
		Pkgs: []string{path}, Verifies: true,
		Fill: func(f *Framework) {
			f.Funcs = []Func{
				// func FromContext(ctx context.Context) (jwt.Token, map[string]interface{}, error)
				{Name: "FromContext", Does: GetsIdentity},
				// func Verifier(ja *JWTAuth) func(http.Handler) http.Handler
				{Name: "Verifier", Does: VerifiesToken},
				// func Verify(ja *JWTAuth, findTokenFns ...func(r *http.Request) string) func(http.Handler) http.Handler
				{Name: "Verify", Does: VerifiesToken},
				// func VerifyRequest(ja *JWTAuth, r *http.Request, findTokenFns ...func(r *http.Request) string) (jwt.Token, error)
				{Name: "VerifyRequest", Does: VerifiesToken},
				// func VerifyToken(ja *JWTAuth, tokenString string) (jwt.Token, error)
				{Name: "VerifyToken", Does: VerifiesToken},
				// func Authenticator(ja *JWTAuth) func(http.Handler) http.Handler
				{Name: "Authenticator", Does: VerifiesToken},
			}
		},
	}
}

var (
	ginJWT2  = ginLike("gin-jwt v2", "github.com/appleboy/gin-jwt/v2", "v2.8.0", "v2.10.3", "GinJWTMiddleware")
	ginJWT3  = ginLike("gin-jwt v3", "github.com/appleboy/gin-jwt/v3", "v3.0.0", "v3.4.1", "GinJWTMiddleware")
	hertzJWT = ginLike("hertz jwt", "github.com/hertz-contrib/jwt", "v1.0.0", "v1.0.4", "HertzJWTMiddleware")
)

// ginLike is gin-jwt and what was made after it.
func ginLike(name, path, oldest, newest, middleware string) *Framework {
	return &Framework{
		Name: name, Module: path, Oldest: oldest, Newest: newest,
		Pkgs: []string{path}, Verifies: true,
		Fill: func(f *Framework) {
			f.Funcs = []Func{
				// func ExtractClaims(c *gin.Context) MapClaims
				{Name: "ExtractClaims", Does: GetsIdentity},
				// func ExtractClaimsFromToken(token *jwt.Token) MapClaims
				{Name: "ExtractClaimsFromToken", Does: GetsIdentity},
				// func (mw *GinJWTMiddleware) MiddlewareFunc() gin.HandlerFunc
				{Recv: middleware, Name: "MiddlewareFunc", Does: VerifiesToken},
				// func (mw *GinJWTMiddleware) ParseToken(c *gin.Context) (*jwt.Token, error)
				{Recv: middleware, Name: "ParseToken", Does: VerifiesToken},
				// func (mw *GinJWTMiddleware) GetClaimsFromJWT(c *gin.Context) (MapClaims, error)
				{Recv: middleware, Name: "GetClaimsFromJWT", Does: GetsIdentity},
			}
		},
	}
}

var kratosJWT = &Framework{
	Name: "kratos jwt", Module: "github.com/go-kratos/kratos/v2", Oldest: "v2.1.0", Newest: "v2.8.3",
	Pkgs: []string{"github.com/go-kratos/kratos/v2/middleware/auth/jwt"}, Verifies: true,
	Funcs: []Func{
		// func FromContext(ctx context.Context) (token jwt.Claims, ok bool)
		{Name: "FromContext", Does: GetsIdentity},
		// func Server(keyFunc jwt.Keyfunc, opts ...Option) middleware.Middleware
		{Name: "Server", Does: VerifiesToken},
	},
}

var (
	auth0v2 = auth0("auth0 go-jwt-middleware v2", "github.com/auth0/go-jwt-middleware/v2", "v2.0.1", "v2.3.1")
	auth0v3 = auth0("auth0 go-jwt-middleware v3", "github.com/auth0/go-jwt-middleware/v3", "v3.0.0", "v3.0.0",
		// func GetClaims[T any](ctx context.Context) (T, error)
		Func{Name: "GetClaims", Does: GetsIdentity},
		// func MustGetClaims[T any](ctx context.Context) T
		Func{Name: "MustGetClaims", Does: GetsIdentity})
)

// auth0: v2 leaves the claims in the request's context, under its ContextKey.
func auth0(name, path, oldest, newest string, more ...Func) *Framework {
	return &Framework{
		Name: name, Module: path, Oldest: oldest, Newest: newest,
		Pkgs: []string{path}, Verifies: true,
		Fill: func(f *Framework) {
			// func (m *JWTMiddleware) CheckJWT(next http.Handler) http.Handler
			f.Funcs = append([]Func{{Recv: "JWTMiddleware", Name: "CheckJWT", Does: VerifiesToken}}, more...)
		},
	}
}

var oidc = &Framework{
	Name: "go-oidc v3", Module: "github.com/coreos/go-oidc/v3", Oldest: "v3.1.0", Newest: "v3.21.0",
	Pkgs: []string{"github.com/coreos/go-oidc/v3/oidc"}, Verifies: true,
	Funcs: []Func{
		// func (v *IDTokenVerifier) Verify(ctx context.Context, rawIDToken string) (*IDToken, error)
		{Recv: "IDTokenVerifier", Name: "Verify", Does: VerifiesToken},
		// func (i *IDToken) Claims(v interface{}) error
		{Recv: "IDToken", Name: "Claims", Does: GetsIdentity, Into: model.Arg(0)},
	},
}

var (
	echoJWT4 = echoLike("echo-jwt v4", "github.com/labstack/echo-jwt/v4", "v4.0.0", "v4.4.0")
	echoJWT5 = echoLike("echo-jwt v5", "github.com/labstack/echo-jwt/v5", "v5.0.0", "v5.0.0")
)

func echoLike(name, path, oldest, newest string) *Framework {
	return &Framework{
		Name: name, Module: path, Oldest: oldest, Newest: newest,
		Pkgs: []string{path}, Verifies: true,
		Fill: func(f *Framework) {
			f.Funcs = []Func{
				// func JWT(signingKey interface{}) echo.MiddlewareFunc
				{Name: "JWT", Does: VerifiesToken},
				// func WithConfig(config Config) echo.MiddlewareFunc
				{Name: "WithConfig", Does: VerifiesToken},
				// func (config Config) ToMiddleware() (echo.MiddlewareFunc, error)
				{Recv: "Config", Name: "ToMiddleware", Does: VerifiesToken},
			}
		},
	}
}

// echoOldJWT: echo's own middleware, before echo-jwt.
var echoOldJWT = &Framework{
	Name: "echo v4 middleware", Module: "github.com/labstack/echo/v4", Oldest: "v4.1.16", Newest: "v4.12.0",
	Pkgs: []string{"github.com/labstack/echo/v4/middleware"}, Verifies: true,
	Funcs: []Func{
		// func JWT(key interface{}) echo.MiddlewareFunc
		{Name: "JWT", Does: VerifiesToken},
		// func JWTWithConfig(config JWTConfig) echo.MiddlewareFunc
		{Name: "JWTWithConfig", Does: VerifiesToken},
	},
}

// fiber's middleware has moved three times.
var (
	fiberJWT = fiberLike("fiber jwt", "github.com/gofiber/contrib/jwt", "v1.0.0", "v1.1.2")
	// func FromContext(ctx any) *jwt.Token
	fiberJWTv3    = fiberLike("fiber jwt for fiber v3", "github.com/gofiber/contrib/v3/jwt", "v1.0.0", "v1.2.1", Func{Name: "FromContext", Does: GetsIdentity})
	fiberOldJWTv2 = fiberLike("fiber jwt v2", "github.com/gofiber/jwt/v2", "v2.2.0", "v2.2.0")
	fiberOldJWTv3 = fiberLike("fiber jwt v3", "github.com/gofiber/jwt/v3", "v3.3.10", "v3.3.10")
	fiberOldJWTv4 = fiberLike("fiber jwt v4", "github.com/gofiber/jwt/v4", "v4.0.0", "v4.0.0")
)

func fiberLike(name, path, oldest, newest string, more ...Func) *Framework {
	return &Framework{
		Name: name, Module: path, Oldest: oldest, Newest: newest,
		Pkgs: []string{path}, Verifies: true,
		Fill: func(f *Framework) {
			// func New(config ...Config) fiber.Handler
			f.Funcs = slices.Concat([]Func{{Name: "New", Does: VerifiesToken}}, more)
		},
	}
}

var irisJWT = &Framework{
	Name: "iris jwt", Module: "github.com/kataras/iris/v12", Oldest: "v12.2.0", Newest: "v12.2.11",
	Pkgs: []string{"github.com/kataras/iris/v12/middleware/jwt"}, Verifies: true,
	Funcs: []Func{
		// func Get(ctx *context.Context) interface{}
		{Name: "Get", Does: GetsIdentity},
		// func GetVerifiedToken(ctx *context.Context) *VerifiedToken
		{Name: "GetVerifiedToken", Does: GetsIdentity},
		// func (v *Verifier) Verify(claimsType func() interface{}, validators ...TokenValidator) context.Handler
		{Recv: "Verifier", Name: "Verify", Does: VerifiesToken},
		// func (v *Verifier) VerifyToken(token []byte, validators ...TokenValidator) (*VerifiedToken, error)
		{Recv: "Verifier", Name: "VerifyToken", Does: VerifiesToken},
	},
}

// firebaseAuth: its Token is claims by its type, see the models of JWT libraries.
var firebaseAuth = &Framework{
	Name: "firebase auth", Module: "firebase.google.com/go/v4", Oldest: "v4.6.0", Newest: "v4.19.0",
	Pkgs: []string{"firebase.google.com/go/v4/auth"}, Verifies: true,
	Funcs: []Func{
		// func (c *baseClient) VerifyIDToken(ctx context.Context, idToken string) (*Token, error)
		{Recv: "baseClient", Name: "VerifyIDToken", Does: VerifiesToken},
		// func (c *baseClient) VerifyIDTokenAndCheckRevoked(ctx context.Context, idToken string) (*Token, error)
		{Recv: "baseClient", Name: "VerifyIDTokenAndCheckRevoked", Does: VerifiesToken},
		// func (c *Client) VerifySessionCookie(ctx context.Context, sessionCookie string) (*Token, error)
		{Recv: "Client", Name: "VerifySessionCookie", Does: VerifiesToken},
		// func (c *Client) VerifySessionCookieAndCheckRevoked(ctx context.Context, sessionCookie string) (*Token, error)
		{Recv: "Client", Name: "VerifySessionCookieAndCheckRevoked", Does: VerifiesToken},
	},
}
