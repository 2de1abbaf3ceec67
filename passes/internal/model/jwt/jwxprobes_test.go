package jwt

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// jwx collects the probes of a major of lestrrat-go/jwx.
func (p *program) jwx() {
	p.Module, p.Call, p.Raw, p.Reads = p.lib.Modules[0], "()", "Import", p.lib == jwxV3
	switch p.lib {
	case jwxV1:
		p.Call, p.Raw, p.First = "", "New", true
	case jwxV2:
		p.Call, p.Raw = "", "FromRaw"
	case jwxV4:
		p.Raw = "Import[jwk.Key]"
	}
	for _, row := range p.funcs() {
		switch row.Does {
		case model.Verifies:
			p.jwxParses(row)
		case model.ParsesUnverified:
			p.ask(nameOf(row)+" accepts a forged token", "good("+nameOf(row)+"([]byte(forge.Tampered("+none+"))))", true)
		case model.VerifiesSignature:
			p.jwxBare(row)
		case model.ValidatesClaims:
			p.ask(nameOf(row)+" accepts what its options expect", "validates("+holding(model.Iss, "me")+`, jwt.WithIssuer("me"))`, true)
			p.ask(nameOf(row)+" accepts what they do not", "validates("+holding(model.Iss, "you")+`, jwt.WithIssuer("me"))`, false)
		case model.Enforces:
			p.jwxEnforces(row)
		case model.Tolerates:
			p.jwxTolerates(row)
		case model.Carries, model.Switches, model.Disables:
			p.jwxOption(row)
		case model.HandsKey, model.SinksKey:
			p.jwxHands(row)
		case model.WrapsKey, model.GivesKey:
			p.jwxKeys(row)
		default:
			p.jwxOther(row)
		}
	}
	p.ask("an empty secret verifies", "keyed(forge.Keyless("+none+"), "+p.option("[]byte{}")+")", !p.lib.RefusesEmpty)
	p.ask("an empty secret signs", "!fails("+p.sign("token("+none+")", "[]byte{}")+")", !p.lib.RefusesEmpty)
}

// option is the one that hands an HS256 key over.
func (p *program) option(key string) string {
	if p.First {
		return "jwt.WithVerify(hs256, " + key + ")"
	}
	return "jwt.WithKey(hs256, " + key + ")"
}

// sign is a call that signs with HS256.
func (p *program) sign(token, key string) string {
	if p.First {
		return "jwt.Sign(" + token + ", hs256, " + key + ")"
	}
	return "jwt.Sign(" + token + ", jwt.WithKey(hs256, " + key + "))"
}

// jwxBare asks a function that verifies a signature.
func (p *program) jwxBare(row *model.Func) {
	verify := func(token string) string {
		if p.First {
			return "verified(jws.Verify([]byte(" + token + "), hs256, secret))"
		}
		return "bare(" + token + ", signer)"
	}
	p.ask(nameOf(row)+" accepts a good signature", verify(hs256(none)), true)
	p.ask(nameOf(row)+" accepts a forged one", verify("forge.Tampered("+none+")"), false)
	p.ask(nameOf(row)+" accepts an unsigned token", verify("forge.None("+none+")"), false)
	if !p.First {
		p.ask(nameOf(row)+" accepts without a key", "bare("+hs256(none)+")", false)
	}
}

// jwxParses asks a verifying function, with the token where it looks for it.
func (p *program) jwxParses(row *model.Func) {
	carried := map[string]string{
		"Parse": "[]byte(%s)", "ParseString": "%s", "ParseReader": "strings.NewReader(%s)", "ParseRequest": "req(%s)",
		"ParseHeader": `header(%s), "Authorization"`, "ParseForm": `form(%s), "token"`, "ParseCookie": `req(%s), "token"`,
	}[row.Name]
	call := func(token string, options string) string {
		return "good(jwt." + row.Name + "(" + fmt.Sprintf(carried, token) + options + "))"
	}
	p.ask(nameOf(row)+" accepts a good token", call(hs256(none), ", key"), true)
	p.ask(nameOf(row)+" accepts a forged one", call("forge.Tampered("+none+")", ", key"), false)
	p.ask(nameOf(row)+" accepts an unsigned one", call("forge.None("+none+")", ", key"), false)
	p.ask(nameOf(row)+" accepts an expired one", call(hs256(expired), ", key"), p.lib.OnRequest)
	p.ask(nameOf(row)+" accepts any audience", call(hs256(holding(model.Aud, "you")), ", key"), true)
	p.ask(nameOf(row)+" accepts without a key", call(hs256(none), ""), p.lib.KeyOnRequest)
}

// jwxEnforces asks an option what it lets pass; a validator through the option
// that carries it.
func (p *program) jwxEnforces(row *model.Func) {
	if row.Value == model.None {
		p.jwxRequires(row)
		return
	}
	claim := row.Check
	with := func(value, token string) string {
		option := fmt.Sprintf("jwt.%s(%q)", row.Name, value)
		if row.Named != model.None {
			option = fmt.Sprintf("jwt.%s(%q, %q)", row.Name, claim, value)
		}
		if !strings.HasPrefix(row.Name, "With") {
			option = "jwt.WithValidator(" + option + ")"
		}
		if p.lib.OnRequest {
			option += ", jwt.WithValidate(true)"
		}
		return "accepts(" + token + ", " + option + ")"
	}
	if row.Named != model.None {
		claim = model.Iss
	}
	if strings.Contains(row.Name, "Contains") {
		claim = model.Aud
	}
	p.ask(nameOf(row)+" accepts the value", with("me", hs256(holding(claim, "me"))), true)
	p.ask(nameOf(row)+" accepts another value", with("me", hs256(holding(claim, "you"))), false)
	p.ask(nameOf(row)+" accepts without the claim", with("me", hs256(none)), row.Absent)
	p.ask(nameOf(row)+" expects nothing unless that is asked for",
		strings.Replace(with("me", hs256(holding(claim, "you"))), ", jwt.WithValidate(true)", "", 1), p.lib.OnRequest)
	p.ask(nameOf(row)+` of "" accepts another value`, with("", hs256(holding(claim, "you"))), row.Empty == model.EmptyOff)
	p.ask(nameOf(row)+` of "" accepts without the claim`, with("", hs256(none)), row.Empty != model.EmptyRejects)
}

// jwxRequires asks an option that only wants a claim to be there.
func (p *program) jwxRequires(row *model.Func) {
	option := fmt.Sprintf("jwt.%s(%q)", row.Name, model.Exp)
	if p.lib.OnRequest {
		option += ", jwt.WithValidate(true)"
	}
	p.ask(nameOf(row)+" accepts with the claim", "accepts("+hs256(future)+", "+option+")", true)
	p.ask(nameOf(row)+" accepts without it", "accepts("+hs256(none)+", "+option+")", false)
}

// jwxTolerates asks an option that lets expired tokens pass for a while.
func (p *program) jwxTolerates(row *model.Func) {
	for _, leeway := range []string{"1 << 62", "3600e9"} {
		option := fmt.Sprintf("jwt.%s(%s)", row.Name, leeway)
		if p.lib.OnRequest {
			option += ", jwt.WithValidate(true)"
		}
		p.ask(nameOf(row)+" accepts an expired token with "+leeway, "accepts("+hs256(expired)+", "+option+")", leeway != "3600e9")
	}
}

// jwxOption asks what options take away, or carry.
func (p *program) jwxOption(row *model.Func) {
	ask := func(what, token, options string, want bool) {
		p.ask(nameOf(row)+" "+what, "accepts("+token+", "+options+")", want)
	}
	stranger := hs256(holding(model.Iss, "you"))
	switch row.Name {
	case "WithVerify":
		off := row.Check == model.Sig
		ask("false accepts a forged token beside a key", "forge.Tampered("+none+")", "jwt.WithVerify(false)", off)
		p.ask(nameOf(row)+" false accepts a forged token without a key", "keyed(forge.Tampered("+none+"), jwt.WithVerify(false))", true)
		ask("true accepts it", "forge.Tampered("+none+")", "jwt.WithVerify(true)", false)
		ask("false accepts an unsigned token", "forge.None("+none+")", "jwt.WithVerify(false)", off)
		ask("false accepts another issuer", "forge.Tampered("+holding(model.Iss, "you")+")", `jwt.WithVerify(false), jwt.WithIssuer("me")`, false)
	case "WithValidate":
		ask("false accepts another issuer", stranger, `jwt.WithIssuer("me"), jwt.WithValidate(false)`, true)
		ask("true accepts another issuer", stranger, `jwt.WithIssuer("me"), jwt.WithValidate(true)`, false)
		ask("false accepts an expired token", hs256(expired), "jwt.WithValidate(false)", true)
	case "WithResetValidators":
		ask("true accepts an expired token", "forge.HS256(`{\"iss\":\"me\",\"exp\":1000000000}`)", `jwt.WithIssuer("me"), jwt.WithResetValidators(true)`, true)
		ask("false accepts an expired token", "forge.HS256(`{\"iss\":\"me\",\"exp\":1000000000}`)", `jwt.WithIssuer("me"), jwt.WithResetValidators(false)`, false)
		ask("true accepts another issuer", stranger, `jwt.WithIssuer("me"), jwt.WithResetValidators(true)`, false)
	case "WithToken":
		p.ask(nameOf(row)+" fills the token", `func() bool { t := jwt.New(); accepts(`+hs256(holding(model.Iss, "me"))+`, jwt.WithToken(t)); return says("me", fmt.Sprint(t.Issuer())) }()`, true)
	case "WithValidator":
		ask("carries one that refuses", stranger, `jwt.WithValidator(jwt.ClaimValueIs("iss", "me")), jwt.WithValidate(true)`, false)
	}
}

// jwxHands asks whether an option holds a token to the algorithm of its key.
func (p *program) jwxHands(row *model.Func) {
	verify := map[string]string{"jwt": "keyed", "jws": "bare"}[row.Pkg]
	option := map[string]string{
		"WithKey": "(hs256, secret)", "WithVerify": "(hs256, secret)", "WithKeySetProvider": "(jwt.KeySetProviderFunc(func(jwt.Token) (jwk.Set, error) { return setOf(declared(secret)), nil }))", "WithKeySet": "(setOf(declared(secret)))", "WithKeyProvider": "(fixed())",
	}[row.Name]
	switch {
	case option != "":
		p.ask(nameOf(row)+" accepts its algorithm", verify+"(forge.Named("+none+"), "+row.Pkg+"."+row.Name+option+")", true)
		p.ask(nameOf(row)+" accepts another algorithm", verify+"(forge.NamedHS512("+none+"), "+row.Pkg+"."+row.Name+option+")", false)
		if row.Name == "WithKeyProvider" {
			p.ask(nameOf(row)+" that believes the header accepts any", verify+"(forge.NamedHS512("+none+"), "+row.Pkg+"."+row.Name+"(believing()))", true)
		}
	case row.Alg == "none" && row.Pkg == "jwt":
		p.ask(nameOf(row)+" leaves the signature out", "unsigned(jwt.Sign(token("+none+"), jwt.WithInsecureNoSignature()))", true)
	case row.Alg == "none":
		p.ask(nameOf(row)+" leaves the signature out", "unsigned(jws.Sign([]byte("+none+"), jws.WithInsecureNoSignature()))", true)
	case row.Name == "WithVerifyAuto":
		p.ask(nameOf(row)+" accepts a token without a URL", verify+"("+hs256(none)+", "+row.Pkg+".WithVerifyAuto(nil))", false)
	}
}

// jwxKeys asks whether a key is the same after it has gone through the library.
func (p *program) jwxKeys(row *model.Func) {
	oct := "`{\"kty\":\"oct\",\"alg\":\"HS256\",\"kid\":\"k\",\"k\":%q}`"
	text := "fmt.Sprintf(" + oct + ", forge.Encoded(KEY))"
	of := map[string]string{
		"ParseKey":    p.option("must(jwk.ParseKey([]byte(" + text + ")))"),
		"ParseKeyAs":  p.option("must(jwk.ParseKeyAs[jwk.Key]([]byte(" + text + ")))"),
		"Parse":       "jwt.WithKeySet(must(jwk.Parse([]byte(" + text + "))))",
		"ParseString": "jwt.WithKeySet(must(jwk.ParseString(" + text + ")))",
		"AddKey":      "jwt.WithKeySet(setOf(declared(KEY)))",
		"Add":         "jwt.WithKeySet(setOf(declared(KEY)))",
	}[row.Name]
	token := "forge.Named(" + none + ")"
	if of == "" {
		token = hs256(none) // The key has no name; v1 would have it fit the token's.
		of = p.option("must(jwk." + p.Raw + "(KEY))")
	}
	with := func(key string) string {
		return "keyed(" + token + ", " + strings.ReplaceAll(of, "KEY", key) + ")"
	}
	p.ask(nameOf(row)+" keeps the key", with("secret"), true)
	p.ask(nameOf(row)+" makes another key fit", with(`[]byte("another key of some length")`), false)
}

// jwxOther asks the functions that sign, read and name.
func (p *program) jwxOther(row *model.Func) {
	name := nameOf(row)
	switch {
	case name == "jwt.Sign":
		p.ask(name+" signs", "signed("+p.sign("token("+none+")", "secret")+")", true)
	case name == "jwt.Serializer.Sign":
		args := map[bool]string{true: "hs256, secret", false: "key"}[p.First]
		p.ask(name+" signs", "signed(jwt.NewSerializer().Sign("+args+").Serialize(token("+none+")))", true)
	case name == "jws.Sign":
		args := map[bool]string{true: "hs256, secret", false: "signer"}[p.First]
		p.ask(name+" signs", "signed(jws.Sign([]byte("+none+"), "+args+"))", true)
	case row.Does == model.ReturnsMethod:
		p.ask(name+" is named", fmt.Sprintf("%s().String() == %q", name, row.Alg), true)
	case row.Does == model.NamesMethod:
		p.ask(name+" is the name", `says("HS256", hs256.String())`, true)
	case row.Does == model.SelectsMethod:
		p.ask(name+" selects by name", `says("HS512", fmt.Sprint(jwa.LookupSignatureAlgorithm("HS512")))`, true)
	case name == "jws.Headers.KeyID", name == "jws.Headers.JWK", name == "jws.Headers.JWKSetURL":
		want := map[model.Claim]string{model.Kid: "desk", model.JWK: "oct", model.JKU: "https://keys.example"}[row.Check]
		p.ask(name+" is what the header says", "tells(must(jws.Parse([]byte(forge.Headed()))).Signatures()[0].ProtectedHeaders()."+row.Name+"())("+strconv.Quote(want)+")", true)
	case name == "jws.Headers.Algorithm":
		p.ask(name+" is what the header says", `says("HS512", fmt.Sprint(must(jws.Parse([]byte(forge.HS512(`+none+`)))).Signatures()[0].ProtectedHeaders().Algorithm()))`, true)
	case row.Into != model.None:
		p.ask(name+" stores the claim", `read(token(`+holding(model.Iss, "me")+`), "iss") == "me"`, true)
	case row.Does == model.GetsClaim:
		p.jwxGetter(row)
	}
}

func (p *program) jwxGetter(row *model.Func) {
	claims, want, args := holding(row.Check, "me"), "me", ""
	switch {
	case row.Check == model.Exp:
		claims, want = future, "2100"
	case row.Named != model.None:
		claims, args = holding(model.Iss, "me"), `"iss"`
	case row.Check == model.All:
		claims, args = holding(model.Iss, "me"), "ctx"
	}
	p.ask(nameOf(row)+" returns the claim", fmt.Sprintf("says(%q, fmt.Sprint(token(%s).%s(%s)))", want, claims, row.Name, args), true)
}
