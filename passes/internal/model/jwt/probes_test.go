package jwt

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// Claims, as JSON: good until 2100, and expired since 2001.
const (
	none    = "`{}`"
	future  = "`{\"exp\":4116787200}`"
	expired = "`{\"exp\":1000000000}`"
)

// holding is JSON with one claim.
func holding(claim model.Claim, value string) string { return fmt.Sprintf("`{%q:%q}`", claim, value) }

func hs256(claims string) string { return "forge.HS256(" + claims + ")" }

// library collects the probes of a descendant of dgrijalva/jwt-go.
func (p *program) library() {
	if p.has("NewParser") {
		p.Parser, p.Options = "jwt.NewParser()", true
	}
	if p.lib == dgrijalvaV4 {
		p.HookParam = "*jwt.ValidationHelper"
	}
	for _, row := range p.lib.Types {
		if row.Is == model.IsStandardClaims && holds(row.Since, "", p.version) {
			p.Claims = row.Name
		}
		if row.Is == model.IsKeySet && holds(row.Since, "", p.version) {
			set := fmt.Sprintf("keyed(jwt.%s{Keys: []jwt.VerificationKey{[]byte(%q), %%s}})", row.Name, "another")
			p.ask(row.Name+" accepts any of its keys", p.parse(hs256(none), fmt.Sprintf(set, "forge.Secret")), true)
			p.ask(row.Name+" accepts without a fitting key", p.parse(hs256(none), fmt.Sprintf(set, "nil")), false)
		}
	}
	for _, claim := range []model.Claim{model.Aud, model.Iss, model.Sub} {
		refused := slices.Contains(p.lib.Refuses, claim)
		p.ask("no option: unexpected "+string(claim), "accepts(parser, "+hs256(holding(claim, "you"))+")", !refused)
	}
	for _, row := range p.funcs() {
		p.function(row)
	}
	p.hook()
	p.fields()
	p.vars()
}

// parse is an expression: does the default parser accept the token?
func (p *program) parse(token, keyfunc string) string {
	return fmt.Sprintf("good(parser.Parse(%s, %s))", token, keyfunc)
}

// function asks whether a function does what its row says.
func (p *program) function(row *model.Func) {
	name := nameOf(row)
	switch row.Does {
	case model.Verifies:
		p.ask(name+" accepts a good token", call(row, hs256(none), p.Claims), true)
		p.ask(name+" accepts a forged one", call(row, "forge.Tampered("+none+")", p.Claims), false)
		p.ask(name+" accepts an expired one", call(row, hs256(expired), p.Claims), false)
	case model.ParsesUnverified:
		p.ask(name+" accepts a forged token", "parsed(parser.ParseUnverified(forge.Tampered("+none+"), jwt.MapClaims{}))", true)
	case model.Enforces:
		p.enforces(row)
	case model.Disables:
		p.disables(row)
	case model.Tolerates:
		for _, leeway := range []string{"1 << 62", "3600e9"} {
			p.ask(name+" accepts an expired token with "+leeway, "accepts(jwt.NewParser(jwt."+name+"("+leeway+")), "+hs256(expired)+")", leeway != "3600e9")
		}
	case model.Carries:
		p.carries(row)
	case model.ChecksClaim:
		p.checks(row)
	case model.ValidatesClaims:
		p.validates(row)
	case model.GetsClaim:
		claims, want := holding(row.Check, "me"), "me"
		if row.Check == model.Exp {
			claims, want = future, "2100"
		}
		recv := "decode[jwt." + row.Recv + "](" + claims + ")"
		if row.Recv == "Claims" {
			recv = "jwt.Claims(decode[jwt.MapClaims](" + claims + "))"
		}
		p.ask(name+" returns the claim", fmt.Sprintf("got(%q)(%s.%s())", want, recv, row.Name), true)
	case model.Signs:
		if row.Recv == "Token" {
			p.ask(name+" signs", "forge.Signed(jwt.New(jwt.SigningMethodHS256).SignedString(forge.Secret))", true)
		}
	case model.SelectsMethod:
		p.ask(name+" selects by name", `jwt.GetSigningMethod("HS512").Alg() == "HS512"`, true)
	case model.PinsKey:
		pinned := "jwt." + name + "(jwt.SigningMethodHS256, forge.Secret)"
		p.ask(name+" accepts its algorithm", p.parse(hs256(none), pinned), true)
		p.ask(name+" accepts another", p.parse("forge.HS512("+none+")", pinned), false)
	}
}

// call is an expression: does a verifying function accept the token? Its
// operands stand where the row says.
func call(row *model.Func, token, claims string) string {
	fn := "jwt." + row.Name
	args := make([]string, 4)
	switch {
	case row.Recv != "":
		fn = "parser." + row.Name
	case strings.Contains(row.Name, "FromRequest"):
		fn, token = "request."+row.Name, "req("+token+")"
		args[1] = "extractor"
	}
	put := func(pos model.Pos, text string) {
		if i, ok := pos.IsArg(); ok {
			args[i] = text
		}
	}
	put(row.Token, token)
	put(row.Key, "key")
	put(row.Claims, "&jwt."+claims+"{}")
	args = slices.DeleteFunc(args, func(s string) bool { return s == "" })
	return "good(" + fn + "(" + strings.Join(args, ", ") + "))"
}

// enforces asks what an option does with a good value and with an empty one.
func (p *program) enforces(row *model.Func) {
	with := func(values, token string) string {
		return fmt.Sprintf("accepts(jwt.NewParser(jwt.%s(%s)), %s)", row.Name, values, token)
	}
	if row.Check == model.Alg {
		p.methods(row.Name, row.Empty, func(list, token string) string { return with(list, token) })
		return
	}
	if row.Value == model.None {
		p.ask(row.Name+" accepts the claim", with("", hs256(future)), true)
		p.ask(row.Name+" accepts without the claim", with("", hs256(none)), row.Absent)
		return
	}
	me, you := hs256(holding(row.Check, "me")), hs256(holding(row.Check, "you"))
	p.ask(row.Name+" accepts the value", with(`"me"`, me), true)
	p.ask(row.Name+" accepts another value", with(`"me"`, you), false)
	p.ask(row.Name+" accepts without the claim", with(`"me"`, hs256(none)), row.Absent)
	p.ask(row.Name+` of "" accepts another value`, with(`""`, you), row.Empty == model.EmptyOff)
	p.ask(row.Name+` of "" accepts without the claim`, with(`""`, hs256(none)),
		row.Absent || row.Empty == model.EmptyOff || row.Empty == model.EmptyAbsent)
	nothing := fmt.Sprintf("ofNothing(jwt.%s, %%s)", row.Name)
	p.ask(row.Name+" of nothing accepts any value", fmt.Sprintf(nothing, you), row.Empty == model.ListOff)
	p.ask(row.Name+" of nothing accepts without the claim", fmt.Sprintf(nothing, hs256(none)), row.Empty == model.ListOff)
	if row.Empty == model.ListOff {
		p.ask(row.Name+` of "me" and "" accepts another value`, with(`"me", ""`, you), false)
	}
}

// methods asks what a list of methods lets pass when it is nil, empty and not.
func (p *program) methods(name string, empty model.Empty, with func(list, token string) string) {
	p.ask(name+" of nil accepts", with("nil", hs256(none)), empty == model.NilOff || empty == model.EmptyOff)
	p.ask(name+" of no method accepts", with("[]string{}", hs256(none)), empty == model.EmptyOff)
	p.ask(name+" accepts a listed method", with(`[]string{"HS256"}`, hs256(none)), true)
	p.ask(name+" accepts another method", with(`[]string{"HS256"}`, "forge.HS512("+none+")"), false)
}

// disables asks whether an option really switches a check off that is on.
func (p *program) disables(row *model.Func) {
	token := hs256(expired)
	if row.Check != model.All {
		token = hs256(holding(row.Check, "you"))
	}
	p.ask(row.Name+" accepts what is refused", fmt.Sprintf("accepts(jwt.NewParser(jwt.%s()), %s)", row.Name, token), true)
	p.ask("without "+row.Name, "accepts(parser, "+token+")", false)
}

// carries asks whether an option hands on what it is given.
func (p *program) carries(row *model.Func) {
	parse := "request.ParseFromRequest(req(" + hs256(holding(model.Iss, "me")) + "), extractor, key, request." + row.Name
	if row.Claims != model.None {
		p.ask(row.Name+" fills the claims", "func() bool { c := jwt.MapClaims{}; "+parse+`(c)); return c["iss"] == "me" }()`, true)
		return
	}
	limited := "&jwt.Parser{ValidMethods: []string{%q}}"
	if p.has("NewParser") {
		limited = "jwt.NewParser(jwt.WithValidMethods([]string{%q}))"
	}
	p.ask(row.Name+" hands a parser on", "good("+parse+"("+fmt.Sprintf(limited, "HS256")+")))", true)
	p.ask(row.Name+" hands a refusing parser on", "good("+parse+"("+fmt.Sprintf(limited, "HS512")+")))", false)
}

// hook asks how the library lets a claims type check itself.
func (p *program) hook() {
	hook := p.lib.Hook
	p.ask(hook.Name+" is called", "calls(&hooked{})", true)
	p.ask(hook.Ignored+" is called", "calls(&dead{})", false)
	old := "good(parser.ParseWithClaims(" + hs256(expired) + ", &%s{}, key))"
	p.ask(hook.Name+" replaces the check of exp", fmt.Sprintf(old, "hooked"), hook.Replaces)
	p.ask(hook.Ignored+" replaces the check of exp", fmt.Sprintf(old, "dead"), false)
	if hook.Getter != "" {
		p.ask(hook.Getter+" hides the expiry", fmt.Sprintf(old, "ageless"), true)
	}
}

// fields asks what the fields that work like options do.
func (p *program) fields() {
	first := map[string]string{"SigningMethodHMAC": "HS256", "SigningMethodRSA": "RS256", "SigningMethodECDSA": "ES256"}
	for _, row := range p.lib.Fields {
		name := row.Type + "." + row.Name
		with := func(value, token string) string {
			return fmt.Sprintf("accepts(&jwt.Parser{%s: %s}, %s)", row.Name, value, token)
		}
		switch {
		case !holds(row.Since, "", p.version):
		case row.Does == model.Enforces:
			p.methods(name, row.Empty, with)
		case row.Does == model.Disables:
			p.ask(name+" accepts what is refused", with("true", hs256(expired)), true)
			p.ask(name+" false accepts it", with("false", hs256(expired)), false)
		case row.Does == model.NamesMethod:
			alg := first[row.Type]
			p.ask(name+" is the method's name", fmt.Sprintf("jwt.SigningMethod%s.%s == %q", alg, row.Name, alg), true)
		}
	}
}

// vars asks the signing methods for their names, and the key for unsigned
// tokens whether it lets one in.
func (p *program) vars() {
	for _, row := range p.lib.Vars {
		switch {
		case !holds(row.Since, "", p.version):
		case row.Method != "":
			p.ask(row.Name+" is named", fmt.Sprintf("jwt.%s.Alg() == %q", row.Name, row.Method), true)
		default:
			unsigned := "forge.None(" + none + ")"
			p.ask(row.Name+" lets an unsigned token in", p.parse(unsigned, "keyed(jwt."+row.Name+")"), row.AcceptsNone)
			p.ask("any other key lets an unsigned token in", p.parse(unsigned, "key"), false)
		}
	}
}
