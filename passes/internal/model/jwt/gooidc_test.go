package jwt

import (
	"fmt"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var oidcShapes = shapes{
	operands: map[string][]string{
		"Token":    {"string"},
		"Claims":   {"any"},
		"Settings": {"*Config"},
	},
	results: map[model.Role][]string{
		model.BuildsParser:  {"*IDTokenVerifier"},
		model.Verifies:      {"*IDToken, error"},
		model.DecodesClaims: {"error"},
	},
	needs: map[model.Role][]string{
		model.BuildsParser:  {"Settings"},
		model.Verifies:      {"Token"},
		model.DecodesClaims: {"Claims"},
	},
}

// goOIDC asks what a verifier checks by itself, and what its configuration
// takes away.
func (p *program) goOIDC() {
	client := "ClientID: `me`"
	constructors := map[string]string{
		"NewVerifier":              "oidc.NewVerifier(issuer, keys, %s)",
		"Provider.Verifier":        "provider().Verifier(%s)",
		"Provider.VerifierContext": "provider().VerifierContext(ctx, %s)",
	}
	config := func(fields string) string { return "&oidc.Config{" + fields + "}" }
	for _, row := range p.funcs() {
		name := nameOf(row)
		switch row.Does {
		case model.BuildsParser:
			asks := func(what, fields, change string, want bool) {
				p.ask(name+" "+what, fmt.Sprintf("accepts("+constructors[name]+", `RS256`, claims("+change+"))", config(fields)), want)
			}
			asks("accepts a good token", client, "", true)
			asks("accepts a token for another", client, "`aud`, `you`", false)
			asks("accepts a token for nobody", client, "`aud`, nil", false)
			asks("without a client accepts a token for another", "", "`aud`, `you`", false)
			asks("accepts a token of another", client, "`iss`, `https://evil.example`", false)
			asks("accepts an expired token", client, "`exp`, 1000000000", false)
			asks("accepts a token without expiry", client, "`exp`, nil", false)
			for _, field := range p.lib.Fields {
				if !holds(field.Since, "", p.version) {
					continue
				}
				if field.Check == model.Sig {
					unsigned := "verifies(" + constructors[name] + ", forge.None(claims()))"
					p.ask(name+" with "+field.Name+" accepts an unsigned token", fmt.Sprintf(unsigned, config(client+", "+field.Name+": true")), true)
					continue
				}
				wrong := map[model.Claim]string{model.Aud: "`aud`, `you`", model.Iss: "`iss`, `https://evil.example`", model.Exp: "`exp`, 1000000000"}[field.Check]
				asks("with "+field.Name+" accepts it all the same", client+", "+field.Name+": true", wrong, true)
				asks("with "+field.Name+" false accepts it", client+", "+field.Name+": false", wrong, false)
			}
			p.ask(name+" accepts another algorithm", fmt.Sprintf("accepts("+constructors[name]+", `RS512`, claims())", config(client)), false)
			p.ask(name+" accepts an unsigned token", fmt.Sprintf("verifies("+constructors[name]+", forge.None(claims()))", config(client)), false)
		case model.DecodesClaims:
			p.ask(name+" fills the claims", "decoded() == `admin`", true)
		}
	}
	for _, row := range p.lib.Types {
		for _, field := range row.Fields {
			p.ask(row.Name+"."+field+" is filled", "filled(good()."+field+")", true)
		}
	}
}
