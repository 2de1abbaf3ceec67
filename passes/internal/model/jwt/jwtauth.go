package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// jwtauth pins the algorithm that New is given. Whether an Authenticator stands
// behind the Verifier is another matter. What New's options say of the claims is
// checked since v5.2.0; before, there were no options.
var (
	jwtauthV5 = jwtauth("go-chi/jwtauth v5", "github.com/go-chi/jwtauth/v5", "v5.1.0", "v5.3.3", map[model.Claim]string{
		model.Aud: "pass jwt.WithAudience to jwtauth.New",
		model.Iss: "pass jwt.WithIssuer to jwtauth.New",
	}, []model.Func{
		// func New(alg string, signKey interface{}, verifyKey interface{}) *JWTAuth
		{Name: "New", Does: model.BuildsParser, Key: model.Arg(1), Until: "v5.2.0"},
		// func New(alg string, signKey interface{}, verifyKey interface{}, validateOptions ...jwt.ValidateOption) *JWTAuth
		{Name: "New", Does: model.BuildsParser, Key: model.Arg(1), Options: model.Arg(3), Since: "v5.2.0"},
	})
	// The releases before the major versions' paths verify with jwx v1.
	jwtauthV1 = jwtauth("go-chi/jwtauth v1", "github.com/go-chi/jwtauth", "v1.2.0", "v1.2.0", map[model.Claim]string{
		model.Aud: "compare it behind the Verifier",
		model.Iss: "compare it behind the Verifier",
	}, []model.Func{
		// func New(alg string, signKey interface{}, verifyKey interface{}) *JWTAuth
		{Name: "New", Does: model.BuildsParser, Key: model.Arg(1)},
	})
)

func jwtauth(name, path, oldest, newest string, remedies map[model.Claim]string, making []model.Func) *model.Library {
	return &model.Library{
		Name: name, Modules: []string{path}, Packages: []string{path},
		Oldest: oldest, Newest: newest,
		// func Authenticator(ja *JWTAuth) func(http.Handler) http.Handler; before v5.3.0: Authenticator(next http.Handler) http.Handler
		Enforcers: []string{"Authenticator", "FromContext", "VerifyRequest", "VerifyToken", "TokenCtxKey", "ErrorCtxKey"},
		Fill: func(lib *model.Library) {
			lib.Funcs = rows(making, jwtauthRows())
			lib.Remedies = remedies
		},
	}
}

// jwtauthRows are what all releases have.
func jwtauthRows() []model.Func {
	return []model.Func{
		// func Verifier(ja *JWTAuth) func(http.Handler) http.Handler
		{Name: "Verifier", Does: model.MakesMiddleware, Options: model.Arg(0), Checks: []model.Claim{model.Alg}},
		// func Verify(ja *JWTAuth, findTokenFns ...func(r *http.Request) string) func(http.Handler) http.Handler
		{Name: "Verify", Does: model.MakesMiddleware, Options: model.Arg(0), Checks: []model.Claim{model.Alg}},
		// func VerifyRequest(ja *JWTAuth, r *http.Request, findTokenFns ...func(r *http.Request) string) (jwt.Token, error)
		{Name: "VerifyRequest", Does: model.Verifies, Options: model.Arg(0), Checks: []model.Claim{model.Alg}},
		// func VerifyToken(ja *JWTAuth, tokenString string) (jwt.Token, error)
		{Name: "VerifyToken", Does: model.Verifies, Token: model.Arg(1), Options: model.Arg(0), Checks: []model.Claim{model.Alg}},
		// func (ja *JWTAuth) Decode(tokenString string) (jwt.Token, error)
		{Recv: "JWTAuth", Name: "Decode", Does: model.Verifies, Token: model.Arg(0), Checks: []model.Claim{model.Alg}},
		// func (ja *JWTAuth) Encode(claims map[string]interface{}) (t jwt.Token, tokenString string, err error)
		{Recv: "JWTAuth", Name: "Encode", Does: model.Issues, Claims: model.Arg(0)},
		// func SetExpiry(claims map[string]interface{}, tm time.Time)
		{Name: "SetExpiry", Does: model.SetsClaim, Check: model.Exp, Claims: model.Arg(0), Value: model.Arg(1)},
		// func SetExpiryIn(claims map[string]interface{}, tm time.Duration)
		{Name: "SetExpiryIn", Does: model.SetsClaim, Check: model.Exp, Claims: model.Arg(0), Value: model.Arg(1)},
		// func FromContext(ctx context.Context) (jwt.Token, map[string]interface{}, error)
		{Name: "FromContext", Does: model.GetsClaim, Check: model.All},
	}
}
