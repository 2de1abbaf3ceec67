package jwt

import (
	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

const jose2goCallback = "func(headers map[string]any, payload string) any"

var jose2goShapes = shapes{
	texts: true,
	operands: map[string][]string{
		"Token":  {"string"},
		"Key":    {"any", "[]byte"},
		"Claims": {"string", "[]byte"},
		"Method": {"string"},
	},
	results: map[model.Role][]string{
		model.Verifies:  {"string, map[string]any, error", "[]byte, map[string]any, error"},
		model.PinsKey:   {jose2goCallback},
		model.Signs:     {"string, error"},
		model.ParsesKey: {"*PrivateKey, error", "*PublicKey, error"},
	},
	needs: map[model.Role][]string{
		model.Verifies:  {"Token", "Key", "Claims"},
		model.PinsKey:   {"Key", "Method"},
		model.Signs:     {"Key", "Method", "Claims"},
		model.ParsesKey: {"Key"},
	},
}

// jose2go asks who chooses the algorithm, what a callback may return, and what
// becomes of a key of the wrong kind.
func (p *program) jose2go() {
	loose := semver.Compare(p.version, p.lib.LooseUntil) < 0
	p.Options = p.has("Alg")
	for _, row := range p.funcs() {
		name := nameOf(row)
		asks := func(what, key, token string, want bool) {
			p.ask(name+" "+what, name+"("+token+", "+key+")", want)
		}
		switch row.Does {
		case model.Verifies:
			asks("accepts a good token", "forge.Secret", hs256(none), true)
			asks("returns the claims", "forge.Secret", hs256(holding(model.Iss, "me")), true)
			asks("accepts an expired one", "forge.Secret", hs256(expired), true)
			asks("accepts a forged one", "forge.Secret", "forge.Tampered("+none+")", false)
			asks("accepts another algorithm", "forge.Secret", "forge.HS512("+none+")", true)
			asks("accepts an unsigned token", "forge.Secret", "forge.None("+none+")", false)
			asks("of nil accepts an unsigned token", "nil", "forge.None("+none+")", p.lib.NilIsNone)
			asks("with a callback that returns nil accepts one", "returning(nil)", "forge.None("+none+")", p.lib.NilIsNone)
			asks("with a callback accepts a good token", "returning(forge.Secret)", hs256(none), p.lib.Callback)
			asks("with a callback that returns an error accepts one", "returning(errRefused)", hs256(none), false)
			asks("with a public key accepts HS256 without a signature", "forge.Public()", "unsigned("+none+")", loose)
			asks("with a public key accepts RS256", "forge.Public()", "rs256("+none+")", true)
			asks("with a secret accepts HS256 without a signature", "forge.Secret", "unsigned("+none+")", false)
			asks("of an empty key accepts", "[]byte{}", "forge.Keyless("+none+")", !p.lib.RefusesEmpty)
		case model.PinsKey:
			if row.Name == "Alg" {
				p.ask("Alg accepts its algorithm", "Decode("+hs256(none)+", jose.Alg(forge.Secret, `HS256`))", true)
				p.ask("Alg accepts another", "Decode(forge.HS512("+none+"), jose.Alg(forge.Secret, `HS256`))", false)
				p.ask("Alg accepts HS256 for a public key", "Decode(unsigned("+none+"), jose.Alg(forge.Public(), `RS256`))", false)
			} else {
				p.ask("Enc accepts a signed token", "enc("+hs256(none)+")", false)
			}
		case model.Signs:
			p.ask(name+" signs with the key", "forge.Signed(jose."+name+"("+map[string]string{"Sign": "`{}`", "SignBytes": "[]byte(`{}`)"}[name]+", `HS256`, forge.Secret))", true)
		}
	}
}
