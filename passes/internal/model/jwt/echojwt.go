package jwt

import (
	"fmt"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// echo-jwt pins HS256 or what SigningMethod says, unless the program has a
// keyfunc of its own. Nothing can make it check other claims than the times.
var (
	echoJWTv4 = echoJWT("echo-jwt v4", "github.com/labstack/echo-jwt/v4", "v4.0.0", "v4.4.0", "set ParseTokenFunc and check %s there")
	echoJWTv5 = echoJWT("echo-jwt v5", "github.com/labstack/echo-jwt/v5", "v5.0.0", "v5.0.0", "check %s in SuccessHandler")
)

func echoJWT(name, path, oldest, newest, remedy string) *model.Library {
	return &model.Library{
		Name: name, Modules: []string{path}, Packages: []string{path},
		Oldest: oldest, Newest: newest,
		Fill: func(lib *model.Library) {
			lib.Funcs = []model.Func{
				// func JWT(signingKey interface{}) echo.MiddlewareFunc
				{Name: "JWT", Does: model.MakesMiddleware, Key: model.Arg(0), Checks: []model.Claim{model.Alg}},
				// func WithConfig(config Config) echo.MiddlewareFunc
				{Name: "WithConfig", Does: model.MakesMiddleware, Settings: model.Arg(0)},
				// func (config Config) ToMiddleware() (echo.MiddlewareFunc, error)
				{Recv: "Config", Name: "ToMiddleware", Does: model.MakesMiddleware, Settings: model.Recv},
			}
			lib.Fields = slices.Concat(echoFields("Config"), []model.Field{
				// KeyFunc jwt.Keyfunc
				{Type: "Config", Name: "KeyFunc", Does: model.SelectsKey},
				// ParseTokenFunc func(c echo.Context, auth string) (interface{}, error)
				{Type: "Config", Name: "ParseTokenFunc", Does: model.Verifies},
			})
			lib.Types = []model.Type{{Name: "Config", Is: model.IsSettings}}
			lib.Remedies = echoRemedies(remedy)
		},
	}
}

// echoOwnJWT is echo's own middleware, before echo-jwt took its place.
var echoOwnJWT = &model.Library{
	Name: "echo v4 middleware", Modules: []string{"github.com/labstack/echo/v4"},
	Packages:  []string{"github.com/labstack/echo/v4/middleware"},
	Framework: true,
	Oldest:    "v4.1.16", Newest: "v4.12.0",
	Funcs: []model.Func{
		// func JWT(key interface{}) echo.MiddlewareFunc
		{Name: "JWT", Does: model.MakesMiddleware, Key: model.Arg(0), Checks: []model.Claim{model.Alg}},
		// func JWTWithConfig(config JWTConfig) echo.MiddlewareFunc
		{Name: "JWTWithConfig", Does: model.MakesMiddleware, Settings: model.Arg(0)},
	},
	Fill: func(lib *model.Library) {
		lib.Fields = slices.Concat(echoFields("JWTConfig"), []model.Field{
			// KeyFunc jwt.Keyfunc
			{Type: "JWTConfig", Name: "KeyFunc", Does: model.SelectsKey, Since: "v4.3.0"},
			// ParseTokenFunc func(auth string, c echo.Context) (interface{}, error)
			{Type: "JWTConfig", Name: "ParseTokenFunc", Does: model.Verifies, Since: "v4.4.0"},
		})
		lib.Remedies = echoRemedies("set ParseTokenFunc and check %s there")
	},
	Types: []model.Type{{Name: "JWTConfig", Is: model.IsSettings}},
}

// echoFields are the settings that all generations have.
func echoFields(settings string) []model.Field {
	return []model.Field{
		// SigningKey interface{}
		{Type: settings, Name: "SigningKey", Does: model.GivesKey},
		// SigningKeys map[string]interface{}
		{Type: settings, Name: "SigningKeys", Does: model.GivesKey},
		// SigningMethod string
		{Type: settings, Name: "SigningMethod", Does: model.Enforces, Check: model.Alg, Default: "HS256"},
		// SuccessHandler func(c echo.Context); echo-jwt v5: func(c *echo.Context) error
		{Type: settings, Name: "SuccessHandler", Does: model.SeesClaims},
	}
}

// echoRemedies: only a function of the program's own can look at the claims
// before the handlers do, and only the fifth major's hook can refuse them.
func echoRemedies(own string) map[model.Claim]string {
	return map[model.Claim]string{
		model.Alg: "refuse other methods in KeyFunc",
		model.Aud: fmt.Sprintf(own, model.Aud),
		model.Iss: fmt.Sprintf(own, model.Iss),
	}
}
