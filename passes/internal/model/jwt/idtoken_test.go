package jwt

import (
	"fmt"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var idTokenShapes = shapes{
	operands: map[string][]string{"Token": {"string"}, "Value": {"string"}},
	results: map[model.Role][]string{
		model.Verifies:         {"*Payload, error"},
		model.ParsesUnverified: {"*Payload, error"},
	},
	needs: map[model.Role][]string{
		model.Verifies:         {"Token", "Value"},
		model.ParsesUnverified: {"Token"},
	},
}

// idToken asks what is checked. The function and the method do the same; only
// the method can be given a client that serves other keys than Google's.
func (p *program) idToken() {
	for _, row := range p.funcs() {
		name := nameOf(row)
		switch {
		case row.Does == model.ParsesUnverified:
			p.ask(name+" accepts a forged token", "parses(forge.Tampered("+none+"))", true)
		case row.Recv != "":
			asks := func(what, alg, audience, change string, want bool) {
				p.ask(name+" "+what, fmt.Sprintf("validates(%q, %q, claims(%s))", alg, audience, change), want)
			}
			asks("accepts a good token", "RS256", "me", "", true)
			asks("accepts one for another", "RS256", "me", "`aud`, `you`", false)
			asks("accepts one for nobody", "RS256", "me", "`aud`, nil", row.Absent)
			asks("of no audience accepts one for another", "RS256", "", "`aud`, `you`", row.Empty == model.EmptyOff)
			asks("of no audience accepts one for nobody", "RS256", "", "`aud`, nil", row.Empty == model.EmptyOff)
			asks("accepts an expired one", "RS256", "me", "`exp`, 1000000000", false)
			asks("accepts one without expiry", "RS256", "me", "`exp`, nil", false)
			asks("accepts another algorithm", "RS512", "me", "", false)
			asks("accepts an unsigned token", "none", "me", "", false)
		}
	}
	for _, row := range p.lib.Types {
		for _, field := range row.Fields {
			p.ask(row.Name+"."+field+" is filled", "filled(all()."+field+")", true)
		}
	}
}
