package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// gin-jwt and what was made after it for hertz pin HS256 or what
// SigningAlgorithm says, unless the program has a keyfunc of its own, and
// refuse tokens without expiry.
var (
	ginJWTv2 = ginJWT("gin-jwt v2", "github.com/appleboy/gin-jwt/v2", "v2.8.0", "v2.10.3", "GinJWTMiddleware", "Authorizator", "v2.9.0")
	ginJWTv3 = ginJWT("gin-jwt v3", "github.com/appleboy/gin-jwt/v3", "v3.0.0", "v3.5.1", "GinJWTMiddleware", ginThird, "")
	hertzJWT = ginJWT("hertz-contrib/jwt", "github.com/hertz-contrib/jwt", "v1.0.0", "v1.0.4", "HertzJWTMiddleware", "Authorizator", "v1.0.3")
)

func ginJWT(name, path, oldest, newest, settings, authorizer, optionsSince string) *model.Library {
	return &model.Library{
		Name: name, Modules: []string{path}, Packages: []string{path},
		Oldest: oldest, Newest: newest,
		Fill: func(lib *model.Library) {
			lib.Funcs = []model.Func{
				// func New(m *GinJWTMiddleware) (*GinJWTMiddleware, error)
				{Name: "New", Does: model.MakesMiddleware, Settings: model.Arg(0), Checks: []model.Claim{model.Exp}},
				// func (mw *GinJWTMiddleware) MiddlewareInit() error
				{Recv: settings, Name: "MiddlewareInit", Does: model.MakesMiddleware, Settings: model.Recv, Checks: []model.Claim{model.Exp}},
			}
			lib.Fields = ginFields(settings, authorizer, optionsSince)
			lib.Types = append([]model.Type{{Name: settings, Is: model.IsSettings}}, ginTypes(authorizer)...)
			lib.Remedies = map[model.Claim]string{
				model.Alg: "refuse other methods in KeyFunc",
				model.Aud: "check aud in Authorizator",
				model.Iss: "check iss in Authorizator",
			}
			if authorizer == ginThird {
				lib.Remedies[model.Aud] = "add jwt.WithAudience to ParseOptions"
				lib.Remedies[model.Iss] = "add jwt.WithIssuer to ParseOptions"
			}
		},
	}
}

// ginThird is what gin-jwt v3 calls the function that sees the claims.
const ginThird = "Authorizer"

// ginTypes are the claims that ExtractClaims returns; gin-jwt v3 returns those
// of golang-jwt.
func ginTypes(authorizer string) []model.Type {
	if authorizer == ginThird {
		return nil
	}
	return []model.Type{
		// type MapClaims map[string]interface{}
		{Name: "MapClaims", Is: model.IsMapClaims},
	}
}

func ginFields(settings, authorizer, optionsSince string) []model.Field {
	return []model.Field{
		// Key []byte
		{Type: settings, Name: "Key", Does: model.GivesKey},
		// PrivKeyBytes []byte
		{Type: settings, Name: "PrivKeyBytes", Does: model.ParsesKey, Private: true},
		// PubKeyBytes []byte
		{Type: settings, Name: "PubKeyBytes", Does: model.ParsesKey},
		// SigningAlgorithm string
		{Type: settings, Name: "SigningAlgorithm", Does: model.Enforces, Check: model.Alg, Default: "HS256"},
		// KeyFunc func(token *jwt.Token) (interface{}, error)
		{Type: settings, Name: "KeyFunc", Does: model.SelectsKey},
		// ParseOptions []jwt.ParserOption
		{Type: settings, Name: "ParseOptions", Does: model.Carries, Since: optionsSince},
		// IdentityHandler func(*gin.Context) interface{}; hertz: func(ctx context.Context, c *app.RequestContext) interface{}
		{Type: settings, Name: "IdentityHandler", Does: model.SeesClaims},
		// Authorizator func(data interface{}, c *gin.Context) bool; hertz: and ctx context.Context;
		// v3: Authorizer func(c *gin.Context, data any) bool
		{Type: settings, Name: authorizer, Does: model.SeesClaims},
	}
}
