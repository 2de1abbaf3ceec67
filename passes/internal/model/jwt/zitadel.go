package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// The two sides of zitadel/oidc name functions alike that do different things,
// so each is a library of its own. Both hold a token to algorithms, issuer and expiry;
// only a relying party has an audience to compare.
var (
	zitadelRP = zitadel("zitadel/oidc v3, relying party", []string{
		"github.com/zitadel/oidc/v3/pkg/client/rp", "github.com/zitadel/oidc/v3/pkg/oidc",
	}, zitadelPartyRows)
	zitadelOP = zitadel("zitadel/oidc v3, provider", []string{"github.com/zitadel/oidc/v3/pkg/op"}, zitadelProviderRows)
)

func zitadel(name string, packages []string, funcs func() []model.Func) *model.Library {
	return &model.Library{
		Name:     name,
		Modules:  []string{"github.com/zitadel/oidc/v3"},
		Packages: packages,
		Oldest:   "v3.45.6",
		Newest:   "v3.52.0",
		Fill: func(lib *model.Library) {
			lib.Funcs = funcs()
			lib.Remedies = map[model.Claim]string{model.Aud: "compare GetAudience with your own"}
			if len(packages) > 1 {
				claims := registered("TokenClaims", "")
				claims.Fields[model.Exp] = "Expiration"
				lib.Types = []model.Type{claims, {Name: "Claims", Is: model.IsClaims}}
			}
		},
	}
}

// zitadelProviderRows verify what the provider itself has issued.
func zitadelProviderRows() []model.Func {
	return []model.Func{
		// func VerifyAccessToken[C oidc.Claims](ctx context.Context, token string, v *AccessTokenVerifier) (claims C, err error)
		{Name: "VerifyAccessToken", Does: model.Verifies, Token: model.Arg(1), Checks: []model.Claim{model.Alg, model.Iss, model.Exp}},
	}
}

// zitadelPartyRows verify what a provider has issued to this client, whose id
// the verifier has.
func zitadelPartyRows() []model.Func {
	checks := []model.Claim{model.Alg, model.Aud, model.Iss, model.Exp}
	return rows([]model.Func{
		// func VerifyIDToken[C oidc.Claims](ctx context.Context, token string, v *IDTokenVerifier) (claims C, err error)
		{Name: "VerifyIDToken", Does: model.Verifies, Token: model.Arg(1), Checks: checks},
		// func VerifyTokens[C oidc.IDClaims](ctx context.Context, accessToken, idToken string, v *IDTokenVerifier) (claims C, err error)
		{Name: "VerifyTokens", Does: model.Verifies, Token: model.Arg(2), Checks: checks},
		// func ParseToken(tokenString string, claims any) ([]byte, error)
		{Name: "ParseToken", Does: model.ParsesUnverified, Token: model.Arg(0), Claims: model.Arg(1)},
	}, zitadelGetters("TokenClaims"), zitadelGetters("Claims"))
}

// zitadelGetters are the getters of the claims.
func zitadelGetters(recv string) []model.Func {
	return []model.Func{
		// func (c *TokenClaims) GetIssuer() string
		{Recv: recv, Name: "GetIssuer", Does: model.GetsClaim, Check: model.Iss},
		// func (c *TokenClaims) GetSubject() string
		{Recv: recv, Name: "GetSubject", Does: model.GetsClaim, Check: model.Sub},
		// func (c *TokenClaims) GetAudience() []string
		{Recv: recv, Name: "GetAudience", Does: model.GetsClaim, Check: model.Aud},
		// func (c *TokenClaims) GetExpiration() time.Time
		{Recv: recv, Name: "GetExpiration", Does: model.GetsClaim, Check: model.Exp},
	}
}
