package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// firebaseAuth verifies what Firebase has issued for one project: RS256, whose
// audience and issuer are the project's. Nothing is left to the program, so
// that the rules are silent; a client for the emulator is not in view.
var firebaseAuth = &model.Library{
	Name: "Firebase auth v4", Modules: []string{"firebase.google.com/go/v4"},
	Packages: []string{"firebase.google.com/go/v4/auth"},
	Oldest:   "v4.6.0", Newest: "v4.19.0",
	Fill: func(lib *model.Library) {
		lib.Funcs = []model.Func{
			// func (c *baseClient) VerifyIDToken(ctx context.Context, idToken string) (*Token, error)
			{Recv: "baseClient", Name: "VerifyIDToken", Does: model.Verifies, Token: model.Arg(1), Checks: oidcChecks},
			// func (c *baseClient) VerifyIDTokenAndCheckRevoked(ctx context.Context, idToken string) (*Token, error)
			{Recv: "baseClient", Name: "VerifyIDTokenAndCheckRevoked", Does: model.Verifies, Token: model.Arg(1), Checks: oidcChecks},
			// func (c *Client) VerifySessionCookie(ctx context.Context, sessionCookie string) (*Token, error)
			{Recv: "Client", Name: "VerifySessionCookie", Does: model.Verifies, Token: model.Arg(1), Checks: oidcChecks},
			// func (c *Client) VerifySessionCookieAndCheckRevoked(ctx context.Context, sessionCookie string) (*Token, error)
			{Recv: "Client", Name: "VerifySessionCookieAndCheckRevoked", Does: model.Verifies, Token: model.Arg(1), Checks: oidcChecks},
		}
		lib.Types = []model.Type{
			{Name: "Token", Is: model.IsVerified, Fields: map[model.Claim]string{
				model.Iss: "Issuer", model.Aud: "Audience", model.Exp: "Expires", model.Sub: "Subject",
			}},
		}
	},
}
