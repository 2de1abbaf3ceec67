package jwt

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// shape is how the settings of a middleware are written: with is the call, the
// others are the fields in it.
type shape struct {
	template string
	behind   [][2]string // the library that parses, with the version that begins to
	with     string
	shorts   []string // other forms, with the key alone, that pin HS256
	any      []string // forms that take any algorithm of the key's family
	strict   string   // a form that checks algorithm, audience and issuer
	signs    string   // a token that the library signs with the key
	expects  []string // forms with an option of New that expects an audience
	deaf     string   // a form for which that option counts for nothing
	path     string   // of the package, if it is not the library's first
	exp      bool     // tokens without expiry are refused
	key      string   // the key alone
	alg      string   // the key, and the name of an algorithm
	keyfunc  string
	takeover string            // a function of the program's that accepts everything
	hooks    map[string]string // functions that note that they were called, by field
	options  string            // a parser option that takes one method
}

const (
	golangJWT3Path = "github.com/golang-jwt/jwt"
	golangJWT4Path = "github.com/golang-jwt/jwt/v4"
	golangJWT5Path = "github.com/golang-jwt/jwt/v5"
	dgrijalvaPath  = "github.com/dgrijalva/jwt-go"
)

const (
	middlewares family = "middlewares"
	// echoes keep apart from echo-jwt, which raises their version.
	echoes family = "echo"
)

// roundsOf names the libraries that a library shares its rounds with.
func roundsOf(lib *model.Library) family {
	if lib == echoOwnJWT {
		return echoes
	}
	return familyOf(lib)
}

// expecting has an authenticator of jwtauth that expects an audience verify, by
// each of the functions.
func expecting(by ...string) []string {
	var out []string
	for _, f := range by {
		out = append(out, f+`(mw.New("HS256", forge.Secret, nil, jwt.WithAudience("me")))`)
	}
	return out
}

func jwtauthShape() shape {
	return shape{
		template: "jwtauth.tmpl", expects: expecting("mw.Verifier", "text", "request"), deaf: expecting("decoded")[0],
		with: `mw.Verifier(mw.New("HS256", %s, nil))`, key: "forge.Secret",
		shorts: []string{`mw.Verifier(mw.New("HS256", forge.Secret, nil))`, `mw.Verify(mw.New("HS256", forge.Secret, nil), mw.TokenFromHeader)`,
			`text(mw.New("HS256", forge.Secret, nil))`, `request(mw.New("HS256", forge.Secret, nil))`, `decoded(mw.New("HS256", forge.Secret, nil))`},
	}
}

func echoShape(template string, behind ...[2]string) shape {
	context := "echo.Context"
	if template == "echo5.tmpl" {
		context = "*echo.Context"
	}
	return shape{
		template: template, behind: behind,
		with: "mw.WithConfig(mw.Config{%s})", shorts: []string{"mw.JWT(forge.Secret)"},
		key: "SigningKey: forge.Secret", alg: "SigningKey: forge.Secret, SigningMethod: %q", keyfunc: "KeyFunc: keyfunc",
		takeover: "ParseTokenFunc: func(_ " + context + ", raw string) (any, error) { return raw, nil }",
		hooks:    map[string]string{"SuccessHandler": "called"},
	}
}

func fiberShape(template, key, method string, behind ...[2]string) shape {
	s := shape{
		template: template, behind: behind, with: "mw.New(mw.Config{%s})",
		key: "SigningKey: " + key, alg: "SigningKey: mw.SigningKey{Key: forge.Secret, JWTAlg: %q}", keyfunc: "KeyFunc: keyfunc",
		hooks:   map[string]string{"SuccessHandler": "called"},
		options: "ParserOptions: []jwt.ParserOption{jwt.WithValidMethods([]string{%q})}",
	}
	if method != "" {
		s.alg = s.key + ", " + method + ": %q"
	}
	return s
}

func ginShape(template, settings, behind string, hooks map[string]string) shape {
	return shape{
		template: template, behind: [][2]string{{"", behind}}, exp: true,
		with: "must(mw.New(&mw." + settings + "{%s})).MiddlewareFunc()", shorts: []string{"initialised(&mw." + settings + "{Key: forge.Secret})"},
		key: "Key: forge.Secret", alg: "Key: forge.Secret, SigningAlgorithm: %q", keyfunc: "KeyFunc: keyfunc",
		hooks: hooks, options: "ParseOptions: []jwt.ParserOption{jwt.WithValidMethods([]string{%q})}",
	}
}

// middleware collects the probes of a library that makes middlewares.
func (p *program) middleware() {
	s := lines[p.lib].shape
	for _, b := range s.behind {
		if semver.Compare(p.version, b[0]) >= 0 {
			p.JWT = b[1]
		}
	}
	if s.path != "" {
		p.Path = s.path
	}
	if s.strict != "" {
		p.strict(s)
		return
	}
	good := "forge.HS256(`{}`)"
	if s.exp {
		p.admits("a token without expiry", s.set(s.key), good, false)
		good = hs256(future)
	}
	for _, short := range s.shorts {
		p.admits(short, short, good, true)
		p.admits(short, short, s.forged("HS512"), false)
	}
	for _, form := range s.any {
		p.admits(form, form, good, true)
		p.admits(form, form, s.forged("HS512"), true)
		p.admits(form, form, s.forged("None"), false)
		p.admits(form, form, s.forged("Tampered"), false)
	}
	if s.signs != "" {
		p.ask("signs with the key", "forge.Signed("+s.signs+", nil)", true)
	}
	if row := p.newRow(); s.expects != nil && row.Options != model.None {
		p.JWT = "github.com/lestrrat-go/jwx/v2/jwt"
		for _, form := range s.expects {
			p.admits(form, form, hs256(holding(model.Aud, "me")), true)
			p.admits(form, form, hs256(holding(model.Aud, "you")), false)
			p.admits(form, form, good, false)
		}
		p.admits(s.deaf, s.deaf, hs256(holding(model.Aud, "you")), true)
	}
	for _, row := range p.lib.Fields {
		if holds(row.Since, "", p.version) {
			p.setting(s, row, good)
		}
	}
	for _, claim := range []model.Claim{model.Aud, model.Iss} {
		p.admits("the key alone", s.set(s.key), hs256("`{\"exp\":4116787200,\""+string(claim)+"\":\"you\"}`"), true)
	}
}

// strict asks about a library that has all checks made.
func (p *program) strict(s shape) {
	const full = "`{\"iss\":\"https://login.example/\",\"aud\":\"me\"}`"
	ask := func(by, claims string, want bool) {
		p.ask("the validator takes "+by+" "+claims, s.strict+"(forge."+by+"("+claims+"))", want)
	}
	ask("HS256", full, true)
	ask("HS512", full, false)
	ask("None", full, false)
	ask("Tampered", full, false)
	for _, claims := range []string{
		none, "`{\"iss\":\"https://login.example/\"}`", "`{\"aud\":\"me\"}`",
		"`{\"iss\":\"https://login.example/\",\"aud\":\"you\"}`", "`{\"iss\":\"https://evil.example/\",\"aud\":\"me\"}`",
	} {
		ask("HS256", claims, false)
	}
}

// set is the call with the fields.
func (s shape) set(fields ...string) string { return fmt.Sprintf(s.with, strings.Join(fields, ", ")) }

// forged is a token that some function of the package forge makes.
func (s shape) forged(by string) string {
	if s.exp {
		return "forge." + by + "(" + future + ")"
	}
	return "forge." + by + "(`{}`)"
}

// admits asks whether a request with the token reaches the handler.
func (p *program) admits(what, middleware, token string, want bool) {
	p.ask(what+" admits "+token, "admits("+middleware+", "+token+")", want)
}

// setting asks whether a field does what its row says.
func (p *program) setting(s shape, row model.Field, good string) {
	switch row.Does {
	case model.Enforces:
		p.pins(s, row, good)
	case model.GivesKey:
		p.admits(row.Name, s.set(s.key), good, true)
		p.admits(row.Name, s.set(s.key), s.forged("Tampered"), false)
	case model.SelectsKey:
		if row.Name == "KeyFunc" || row.Name == "ValidationKeyGetter" {
			p.admits(row.Name, s.set(s.keyfunc), good, true)
			p.admits(row.Name, s.set(s.keyfunc), s.forged("Tampered"), false)
		}
	case model.Verifies:
		p.admits(row.Name+" of the program's own", s.set(s.takeover), s.forged("Tampered"), true)
	case model.SeesClaims:
		p.ask(row.Name+" is called", "calls("+s.set(s.key, row.Name+": "+s.hooks[row.Name])+", "+good+")", true)
	case model.Carries:
		p.admits(row.Name+" HS256", s.set(s.key, fmt.Sprintf(s.options, "HS256")), good, true)
		p.admits(row.Name+" HS384", s.set(s.key, fmt.Sprintf(s.options, "HS384")), good, false)
	}
}

// pins asks about a field that names the algorithm.
func (p *program) pins(s shape, row model.Field, good string) {
	hs512 := s.forged("HS512")
	open := row.Default == "" && row.Empty == model.EmptyOff
	p.admits("unset "+row.Name, s.set(s.key), good, true)
	p.admits("unset "+row.Name, s.set(s.key), hs512, open)
	p.admits("unset "+row.Name, s.set(s.key), s.forged("None"), false)
	p.admits(row.Name+" HS256", s.set(fmt.Sprintf(s.alg, "HS256")), hs512, false)
	p.admits(row.Name+" HS512", s.set(fmt.Sprintf(s.alg, "HS512")), hs512, true)
	p.admits(row.Name+" HS512", s.set(fmt.Sprintf(s.alg, "HS512")), good, false)
	if p.hasField("KeyFunc") {
		p.admits(row.Name+" HS256 beside a keyfunc", s.set(s.keyfunc, fmt.Sprintf(s.alg, "HS256")), hs512, !row.Stays)
	}
}

// newRow is the row of the function New.
func (p *program) newRow() model.Func {
	for _, row := range p.funcs() {
		if row.Name == "New" {
			return *row
		}
	}
	return model.Func{}
}

// hasField reports whether the release has a setting, by the rows.
func (p *program) hasField(name string) bool {
	return slices.ContainsFunc(p.lib.Fields, func(row model.Field) bool {
		return row.Name == name && holds(row.Since, "", p.version)
	})
}

// TestMiddlewaresHaveShapes: a library whose rows nobody can ask is not one
// that the rules may believe.
func TestMiddlewaresHaveShapes(t *testing.T) {
	for _, lib := range Libraries() {
		makes := slices.ContainsFunc(lib.Funcs, func(row model.Func) bool { return row.Does == model.MakesMiddleware })
		if s := lines[lib].shape; makes && familyOf(lib) != irises && !strings.HasSuffix(s.template, ".tmpl") {
			t.Errorf("%s: no shape to write its settings with", lib.Name)
		}
	}
}
