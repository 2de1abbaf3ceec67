package jwt

import (
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var firebaseShapes = shapes{
	operands: map[string][]string{"Token": {"string"}},
	results:  map[model.Role][]string{model.Verifies: {"*Token, error"}},
	needs:    map[model.Role][]string{model.Verifies: {"Token"}},
}

// firebase asks what is checked. Whoever asks for revocations besides asks a
// server that these programs have none of, after the rest has passed.
func (p *program) firebase() {
	for _, row := range p.funcs() {
		name := row.Name
		if strings.HasSuffix(name, "Revoked") {
			p.ask(name+" looks a good token up", fmt.Sprintf("asked(%q, `RS256`, claims(%[1]q))", name), true)
			p.ask(name+" looks a forged one up", fmt.Sprintf("asked(%q, `none`, claims(%[1]q))", name), false)
			p.ask(name+" looks one for another up", fmt.Sprintf("asked(%q, `RS256`, claims(%[1]q, `aud`, `you`))", name), false)
			continue
		}
		asks := func(what, alg, change string, want bool) {
			p.ask(name+" "+what, fmt.Sprintf("verifies(%q, %q, claims(%q%s))", name, alg, name, change), want)
		}
		asks("accepts a good token", "RS256", "", true)
		asks("accepts one for another", "RS256", ", `aud`, `you`", false)
		asks("accepts one for nobody", "RS256", ", `aud`, nil", false)
		asks("accepts one by another", "RS256", ", `iss`, `https://evil.example`", false)
		asks("accepts one by nobody", "RS256", ", `iss`, nil", false)
		asks("accepts an expired one", "RS256", ", `exp`, 1000000000", false)
		asks("accepts one without expiry", "RS256", ", `exp`, nil", false)
		asks("accepts another algorithm", "RS512", "", false)
		asks("accepts an unsigned token", "none", "", false)
	}
	for _, row := range p.lib.Types {
		for _, field := range row.Fields {
			p.ask(row.Name+"."+field+" is filled", "filled(good()."+field+")", true)
		}
	}
}
