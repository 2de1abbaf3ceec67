package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// The go-oidc libraries verify with the keys of a provider that is asked for
// them, and by themselves hold a token to algorithms, issuer, audience and
// expiry. Fields of the configuration switch the last three off.
var (
	goOIDCv2 = goOIDC("go-oidc v2", "github.com/coreos/go-oidc", "github.com/coreos/go-oidc", "v2.1.0+incompatible", "v2.5.0+incompatible")
	goOIDCv3 = unsigned(goOIDC("go-oidc v3", "github.com/coreos/go-oidc/v3", "github.com/coreos/go-oidc/v3/oidc", "v3.1.0", "v3.21.0",
		// func (p *Provider) VerifierContext(ctx context.Context, config *Config) *IDTokenVerifier
		model.Func{Recv: "Provider", Name: "VerifierContext", Does: model.BuildsParser, Settings: model.Arg(1), Checks: oidcChecks, Since: "v3.6.0"}))
)

// unsigned adds what lets tokens pass without a look at their signature.
func unsigned(lib *model.Library) *model.Library {
	// InsecureSkipSignatureCheck bool
	row := model.Field{Type: "Config", Name: "InsecureSkipSignatureCheck", Does: model.Disables, Check: model.Sig, Since: "v3.4.0"}
	fill := lib.Fill
	lib.Fill = func(lib *model.Library) {
		fill(lib)
		lib.Fields = append(lib.Fields, row)
	}
	return lib
}

// oidcChecks: without a client id in its configuration, and without being told
// to skip the check, a verifier refuses every token.
var oidcChecks = []model.Claim{model.Alg, model.Aud, model.Iss, model.Exp}

func goOIDC(name, module, path, oldest, newest string, more ...model.Func) *model.Library {
	return &model.Library{
		Name:     name,
		Modules:  []string{module},
		Packages: []string{path},
		Oldest:   oldest,
		Newest:   newest,
		Fill: func(lib *model.Library) {
			lib.Funcs = rows(oidcRows(), more)
			lib.Fields = []model.Field{
				// SkipClientIDCheck bool
				{Type: "Config", Name: "SkipClientIDCheck", Does: model.Disables, Check: model.Aud},
				// SkipIssuerCheck bool
				{Type: "Config", Name: "SkipIssuerCheck", Does: model.Disables, Check: model.Iss},
				// SkipExpiryCheck bool
				{Type: "Config", Name: "SkipExpiryCheck", Does: model.Disables, Check: model.Exp},
			}
			lib.Types = []model.Type{
				{Name: "IDTokenVerifier", Is: model.IsParser},
				{Name: "IDToken", Is: model.IsVerified, Fields: map[model.Claim]string{
					model.Iss: "Issuer", model.Aud: "Audience", model.Exp: "Expiry", model.Sub: "Subject",
				}},
			}
			lib.Remedies = map[model.Claim]string{
				model.Aud: "set Config.ClientID or compare Audience",
				model.Iss: "drop SkipIssuerCheck or compare Issuer",
			}
		},
	}
}

func oidcRows() []model.Func {
	return []model.Func{
		// func NewVerifier(issuerURL string, keySet KeySet, config *Config) *IDTokenVerifier
		{Name: "NewVerifier", Does: model.BuildsParser, Settings: model.Arg(2), Checks: oidcChecks},
		// func (p *Provider) Verifier(config *Config) *IDTokenVerifier
		{Recv: "Provider", Name: "Verifier", Does: model.BuildsParser, Settings: model.Arg(0), Checks: oidcChecks},
		// func (v *IDTokenVerifier) Verify(ctx context.Context, rawIDToken string) (*IDToken, error)
		{Recv: "IDTokenVerifier", Name: "Verify", Does: model.Verifies, Token: model.Arg(1), Checks: []model.Claim{model.Alg}},
		// func (i *IDToken) Claims(v interface{}) error
		{Recv: "IDToken", Name: "Claims", Does: model.DecodesClaims, Claims: model.Arg(0)},
	}
}
