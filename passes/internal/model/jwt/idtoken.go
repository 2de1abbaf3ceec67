package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// googleIDToken verifies what Google has signed: with Google's own keys, so
// that there is one issuer, though nothing compares its name. An
// empty audience switches that check off.
var googleIDToken = &model.Library{
	Name:      "Google idtoken",
	Modules:   []string{"google.golang.org/api"},
	Packages:  []string{"google.golang.org/api/idtoken"},
	Framework: true,
	Oldest:    "v0.150.0",
	Newest:    "v0.312.0",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(validateRows(""), validateRows("Validator"), payloadRows())
		lib.Types = []model.Type{
			{Name: "Payload", Is: model.IsVerified, Fields: map[model.Claim]string{
				model.Iss: "Issuer", model.Aud: "Audience", model.Exp: "Expires", model.Sub: "Subject",
			}},
		}
		lib.Remedies = map[model.Claim]string{model.Aud: "give Validate your own or compare Audience"}
	},
}

func validateRows(recv string) []model.Func {
	return []model.Func{
		// func (v *Validator) Validate(ctx context.Context, idToken string, audience string) (*Payload, error)
		{Recv: recv, Name: "Validate", Does: model.Verifies, Token: model.Arg(1), Check: model.Aud, Value: model.Arg(2), Empty: model.EmptyOff,
			Checks: []model.Claim{model.Alg, model.Iss, model.Exp}},
	}
}

func payloadRows() []model.Func {
	return []model.Func{
		// func ParsePayload(idToken string) (*Payload, error)
		{Name: "ParsePayload", Does: model.ParsesUnverified, Token: model.Arg(0)},
	}
}
