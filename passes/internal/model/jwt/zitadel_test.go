package jwt

import (
	"fmt"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var zitadelShapes = shapes{
	operands: map[string][]string{
		"Token":  {"string"},
		"Claims": {"any"},
	},
	results: map[model.Role][]string{
		model.Verifies:         {"C, error"},
		model.ParsesUnverified: {"[]byte, error"},
		model.GetsClaim:        {"string", "[]string", "Time"},
	},
	needs: map[model.Role][]string{
		model.Verifies:         {"Token"},
		model.ParsesUnverified: {"Token", "Claims"},
	},
}

// zitadel asks what each verifying function checks by itself.
func (p *program) zitadel() {
	p.Options = p.lib == zitadelRP // Which of the two sides is asked.
	for _, row := range p.funcs() {
		name := nameOf(row)
		switch row.Does {
		case model.Verifies:
			asks := func(what, alg, change string, want bool) {
				p.ask(name+" "+what, fmt.Sprintf("%s(%q, claims(%s))", name, alg, change), want)
			}
			asks("accepts a good token", "RS256", "", true)
			for claim, wrong := range map[model.Claim]string{
				model.Aud: "`aud`, `you`", model.Iss: "`iss`, `https://evil.example`", model.Exp: "`exp`, 1000000000",
			} {
				asks("accepts a wrong "+string(claim), "RS256", wrong, !slices.Contains(row.Checks, claim))
				asks("accepts a token without "+string(claim), "RS256", fmt.Sprintf("%q, nil", claim), !slices.Contains(row.Checks, claim))
			}
			asks("accepts another algorithm", "RS512", "", false)
			asks("accepts an unsigned token", "none", "", false)
		case model.ParsesUnverified:
			p.ask(name+" accepts a forged token", "reads(forge.Tampered("+none+"))", true)
		case model.GetsClaim:
			if row.Recv == "TokenClaims" {
				p.ask(name+" returns the claim", fmt.Sprintf("filled(all().%s())", row.Name), true)
			}
		}
	}
}
