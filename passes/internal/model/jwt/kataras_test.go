package jwt

import (
	"fmt"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var katarasShapes = shapes{
	operands: map[string][]string{
		"Token":   {"[]byte"},
		"Key":     {"any", "[]byte", "PublicKey", "PrivateKey"},
		"Claims":  {"any"},
		"Method":  {"Alg"},
		"Options": {"[]TokenValidator"},
	},
	results: map[model.Role][]string{
		model.Verifies:         {"*VerifiedToken, error", "error"},
		model.ParsesUnverified: {"*UnverifiedToken, error"},
		model.DecodesClaims:    {"error"},
		model.GivesKey:         {""},
		model.Signs:            {"[]byte, error"},
		model.ParsesKey: {
			"*PrivateKey, error", "*PublicKey, error", "PrivateKey, error", "PublicKey, error",
		},
	},
	needs: map[model.Role][]string{
		model.Verifies:         {"Token", "Options"},
		model.ParsesUnverified: {"Token"},
		model.DecodesClaims:    {"Claims"},
		model.GivesKey:         {"Key"},
		model.Signs:            {"Key", "Method", "Claims"},
		model.ParsesKey:        {"Key"},
	},
}

var irisShapes = shapes{
	operands: map[string][]string{
		"Token":    {"[]byte"},
		"Key":      {"any"},
		"Claims":   {"func() any"},
		"Method":   {"Alg"},
		"Options":  {"[]TokenValidator"},
		"Settings": {"Verifier"},
	},
	results: map[model.Role][]string{
		model.BuildsParser:    {"*Verifier"},
		model.Carries:         {"*Verifier"},
		model.MakesMiddleware: {"Handler"},
		model.Verifies:        {"*VerifiedToken, error"},
		model.GetsClaim:       {"any", "*VerifiedToken"},
		model.Signs:           {"*Signer"},
	},
	needs: map[model.Role][]string{
		model.BuildsParser:    {"Key"},
		model.Carries:         {"Settings"},
		model.MakesMiddleware: {"Options", "Claims"},
		model.Verifies:        {"Token", "Options"},
		model.Signs:           {"Key", "Method"},
	},
}

// kataras asks what each verifying function makes of the algorithm and of what
// is expected.
func (p *program) kataras() {
	p.ask("an empty key verifies", "Verify(`HS256`, []byte{}, forge.Keyless("+none+"))", !p.lib.RefusesEmpty)
	p.ask("a secret that is a public key verifies", "Verify(`HS256`, public(), fooled())", true)
	p.ask("the public key itself verifies as a secret", "Verify(`HS256`, forge.Public(), fooled())", false)
	p.ask("NONE accepts an unsigned token", "unsigned(jwt.NONE)", true)
	p.ask("another method accepts one", "unsigned(jwt.HS256)", false)
	for _, row := range p.lib.Vars {
		p.ask(row.Name+" has its name", fmt.Sprintf("strings.EqualFold(jwt.%s.Name(), %q)", row.Name, row.Method), true)
	}
	for _, row := range p.funcs() {
		name := nameOf(row)
		switch row.Does {
		case model.Verifies:
			p.verifier(name, p.shapeOf(row))
		case model.ParsesUnverified:
			p.ask(name+" reads a forged token", "decodes(forge.Tampered("+holding(model.Iss, "me")+"))", true)
		case model.DecodesClaims:
			p.ask(name+" fills the claims", "filled()", true)
		case model.GivesKey:
			p.ask(name+" gives the key", "registered(forge.Secret)", true)
			p.ask(name+" gives another key", "registered([]byte(`another secret of some length`))", false)
		case model.Signs:
			p.ask(name+" signs with the key", "signs("+signing(name)+")", true)
		}
	}
}

// signing is a call of a signing function.
func signing(name string) string {
	middle := map[string]string{
		"Sign": "map[string]any{}", "SignEncrypted": "nil, map[string]any{}", "SignWithHeader": "map[string]any{}, header()", "SignEncryptedWithHeader": "nil, map[string]any{}, header()",
	}
	return "jwt." + name + "(jwt.HS256, forge.Secret, " + middle[name] + ")"
}

// shapeOf is a call of a verifying function, with the token and the validators to come.
func (p *program) shapeOf(row *model.Func) string {
	return map[string]string{
		"Verify":                             "verified(jwt.Verify(jwt.HS256, forge.Secret, []byte(%s), %s))",
		"VerifyEncrypted":                    "verified(jwt.VerifyEncrypted(jwt.HS256, forge.Secret, nil, []byte(%s), %s))",
		"VerifyWithHeaderValidator":          "verified(jwt.VerifyWithHeaderValidator(jwt.HS256, forge.Secret, []byte(%s), nil, %s))",
		"VerifyEncryptedWithHeaderValidator": "verified(jwt.VerifyEncryptedWithHeaderValidator(jwt.HS256, forge.Secret, nil, []byte(%s), nil, %s))",
		"Keys.VerifyToken":                   "keyed(keys(forge.Secret), %s, %s)",
	}[nameOf(row)]
}

// verifier asks about one way to verify.
func (p *program) verifier(name, shape string) {
	plain, other := hs256, "forge.HS512("+none+")"
	if name == "Keys.VerifyToken" {
		plain = func(claims string) string { return "forge.Named(" + claims + ")" }
		other = "forge.NamedHS512(" + none + ")"
	}
	asks := func(what, token, validators string, want bool) {
		p.ask(name+" "+what, fmt.Sprintf(shape, token, validators), want)
	}
	asks("accepts a good token", plain(none), "", true)
	asks("accepts a forged one", "forge.Tampered("+none+")", "", false)
	asks("accepts another algorithm", other, "", false)
	asks("accepts an unsigned token", "forge.None("+none+")", "", false)
	asks("accepts an expired one", plain(expired), "", false)
	for _, row := range p.lib.Fields {
		if row.Type != "Expected" {
			continue
		}
		me, nothing := "`me`", "``"
		if row.Check == model.Aud {
			me, nothing = "jwt.Audience{`me`}", "jwt.Audience{}"
			asks("with one empty Audience accepts another", plain(holding(row.Check, "you")), "jwt.Expected{Audience: jwt.Audience{``}}", row.Empty == model.EmptyOff)
		}
		expected := func(value string) string { return "jwt.Expected{" + row.Name + ": " + value + "}" }
		asks("without "+row.Name+" accepts any", plain(holding(row.Check, "you")), "", true)
		asks("with "+row.Name+" accepts the value", plain(holding(row.Check, "me")), expected(me), true)
		asks("with "+row.Name+" accepts another", plain(holding(row.Check, "you")), expected(me), false)
		asks("with "+row.Name+" accepts a missing claim", plain(none), expected(me), false)
		asks("with no "+row.Name+" accepts any", plain(holding(row.Check, "you")), expected(nothing), row.Empty != model.EmptyRejects)
	}
}

// iris asks the same of the middleware, and which validators count.
func (p *program) iris() {
	shape := map[string]string{
		"Verifier.Verify":      "admits(mw.NewVerifier(mw.HS256, forge.Secret).Verify(nil, %[2]s), %[1]s)",
		"Verifier.VerifyToken": "verified(mw.NewVerifier(mw.HS256, forge.Secret).VerifyToken([]byte(%s), %s))",
	}
	wrong := hs256(holding(model.Iss, "you"))
	for _, row := range p.funcs() {
		name := nameOf(row)
		switch row.Does {
		case model.MakesMiddleware, model.Verifies:
			p.verifier(name, shape[name])
		case model.GetsClaim:
			p.ask(row.Name+" returns the claims", "got(`"+row.Name+"`)", true)
		case model.Signs:
			p.ask(name+" signs with the key", "signs(mw."+name+"(mw.HS256, forge.Secret, 0))", true)
		}
	}
	early := "mw.NewVerifier(mw.HS256, forge.Secret, mw.Expected{Issuer: `me`})"
	p.ask("validators of NewVerifier count", "admits("+early+".Verify(nil), "+wrong+")", true)
	p.ask("validators of NewVerifier count beside a blocklist", "admits("+early+".WithDefaultBlocklist().Verify(nil), "+wrong+")", false)
	p.ask("validators of NewVerifier count in VerifyToken", "verified("+early+".WithDefaultBlocklist().VerifyToken([]byte("+wrong+")))", true)
	p.ask("a text is a key", "admits(mw.NewVerifier(mw.HS256, string(forge.Secret)).Verify(nil), "+hs256(none)+")", true)
	p.ask("an empty key verifies", "admits(mw.NewVerifier(mw.HS256, []byte{}).Verify(nil), forge.Keyless("+none+"))", true)
	p.ask(p.Hook.Name+" of the claims is called", "calls()", true)
}
