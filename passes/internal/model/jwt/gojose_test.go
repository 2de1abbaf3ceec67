package jwt

import (
	"fmt"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

var joseShapes = shapes{
	operands: map[string][]string{
		"Token":    {"string", "JSONWebToken", "JSONWebSignature"},
		"Key":      {"any", "SigningKey", "[]SigningKey"},
		"Claims":   {"[]any", "Claims", "Audience"},
		"Method":   {"[]SignatureAlgorithm"},
		"Value":    {"string"},
		"Settings": {"Expected"},
		"Leeway":   {"Duration"},
	},
	results: map[model.Role][]string{
		model.BuildsParser:     {"*JSONWebToken, error", "*JSONWebSignature, error"},
		model.Verifies:         {"error", "[]byte, error", "int, Signature, []byte, error"},
		model.ParsesUnverified: {"error"},
		model.ValidatesClaims:  {"error"},
		model.ChecksClaim:      {"bool"},
		model.Carries:          {"Expected"},
		model.Signs:            {"Signer, error"},
	},
	needs: map[model.Role][]string{
		model.BuildsParser:     {"Token"},
		model.Verifies:         {"Token", "Key"},
		model.ParsesUnverified: {"Token", "Claims"},
		model.ValidatesClaims:  {"Claims", "Settings"},
		model.ChecksClaim:      {"Claims", "Value"},
		model.Carries:          {"Settings"},
		model.Signs:            {"Key"},
	},
}

// goJose asks what the three steps of the go-jose libraries make sure of.
func (p *program) goJose() {
	p.Options = p.lib == goJoseV4 // Parsers take the algorithms.
	p.Claims = "Audience"
	if p.Options {
		p.Claims = "AnyAudience"
	}
	p.algorithms()
	for _, row := range p.funcs() {
		switch name := nameOf(row); row.Does {
		case model.Verifies:
			verify := "verifies"
			if row.Recv == "JSONWebSignature" {
				verify = row.Name
			}
			p.ask(name+" accepts a good token", verify+"("+hs256(none)+")", true)
			p.ask(name+" accepts an expired one", verify+"("+hs256(expired)+")", true)
			p.ask(name+" accepts a forged one", verify+"(forge.Tampered("+none+"))", false)
		case model.ParsesUnverified:
			p.ask(name+" accepts a forged token", "reads(forge.Tampered("+none+"))", true)
		case model.ValidatesClaims:
			p.expects(row)
		case model.Carries:
			p.ask(name+" keeps what is expected", "decode("+holding(model.Iss, "you")+").Validate(jwt.Expected{Issuer: `me`}.WithTime(time.Now())) == nil", false)
		case model.ChecksClaim:
			p.ask(name+" accepts the value", "decode("+holding(model.Aud, "me")+").Audience.Contains(`me`)", true)
			p.ask(name+" accepts another", "decode("+holding(model.Aud, "you")+").Audience.Contains(`me`)", false)
			p.ask(name+" accepts a missing claim", "decode("+none+").Audience.Contains(`me`)", false)
		case model.Signs:
			p.ask(name+" signs", "signs(jose."+name+")", true)
		}
	}
	p.joseKeys()
}

// algorithms asks who chooses the algorithm: the list, or else the token.
func (p *program) algorithms() {
	other := "forge.HS512(" + none + ")"
	p.ask("without a fitting key", "verifies(forge.None("+none+"))", false)
	p.ask("another method of the same kind of key", "verifies("+other+")", !p.Options)
	p.ask("a public key verifies HS256", "fits("+hs256(none)+", forge.Public())", false)
	p.ask("the header is read", "parse("+hs256(none)+").Headers[0].Algorithm == `HS256`", true)
	p.ask("the signature's header is read", "parseSigned("+hs256(none)+").Signatures[0].Protected.Algorithm == `HS256`", true)
	if p.Options {
		for _, fn := range []string{"jwt.ParseSigned", "jose.ParseSigned", "jose.ParseSignedCompact"} {
			p.ask(fn+" of nil parses", "parsed("+fn+"("+hs256(none)+", nil))", false)
			p.ask(fn+" of nothing parses", "parsed("+fn+"("+hs256(none)+", []jose.SignatureAlgorithm{}))", false)
			p.ask(fn+" parses a listed method", "parsed("+fn+"("+hs256(none)+", algorithms))", true)
			p.ask(fn+" parses another", "parsed("+fn+"("+other+", algorithms))", false)
		}
	}
}

// expects asks what a validation makes of a value, of none, and of claims
// that are not there.
func (p *program) expects(row *model.Func) {
	leeway := ""
	if row.Name == "ValidateWithLeeway" {
		leeway = ", time.Minute"
	}
	for _, field := range p.lib.Fields {
		set := func(value string) func(string) string {
			return func(claims string) string {
				return fmt.Sprintf("decode(%s).%s(jwt.Expected{%s: %s}%s) == nil", claims, row.Name, field.Name, value, leeway)
			}
		}
		me, nothing := "`me`", "``"
		if field.Check == model.Aud {
			me, nothing = "jwt.Audience{`me`}", "jwt.Audience{}"
			p.ask(row.Name+" of one empty audience accepts another", set("jwt.Audience{``}")(holding(field.Check, "you")), field.Empty == model.EmptyOff)
		}
		name := row.Name + " with " + field.Name
		p.ask(name+" accepts the value", set(me)(holding(field.Check, "me")), true)
		p.ask(name+" accepts another", set(me)(holding(field.Check, "you")), false)
		p.ask(name+" accepts a missing claim", set(me)(none), false)
		p.ask(name+" of nothing accepts any", set(nothing)(holding(field.Check, "you")), field.Empty == model.EmptyOff || field.Empty == model.ListOff)
		p.ask(name+" of nothing accepts a missing claim", set(nothing)(none), field.Empty != model.EmptyRejects)
	}
}

// joseKeys asks whether keys in the libraries' own structs are used, and
// whether an empty one is.
func (p *program) joseKeys() {
	for _, row := range p.lib.Types {
		switch row.Is {
		case model.IsKey:
			if row.Name != "SigningKey" {
				p.ask(row.Name+" holds the key", "fits("+hs256(none)+", jose."+row.Name+"{Key: forge.Secret})", true)
				p.ask(row.Name+" declared for another algorithm accepts", "fits("+hs256(none)+", jose."+row.Name+"{Key: forge.Secret, Algorithm: `HS512`})", true)
			}
		case model.IsKeySet:
			set := "&jose." + row.Name + "{Keys: []jose.JSONWebKey{{KeyID: forge.Kid, Key: forge.Secret}}}"
			p.ask(row.Name+" holds the key", "fits(forge.Named("+none+"), "+set+")", true)
			p.ask(row.Name+" of other keys accepts", "fits(forge.Named("+none+"), jose."+row.Name+"{Keys: []jose.JSONWebKey{{KeyID: forge.Kid, Key: []byte(`another secret, which is long enough`)}}})", false)
		}
	}
	p.ask("an empty key verifies", "fits(forge.Keyless("+none+"), []byte{})", !p.lib.RefusesEmpty)
}
