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
	expects  string   // the form with an option of New that expects an audience
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

// releasesOf lists the releases of a library, oldest first.
func releasesOf(lib *model.Library) []string {
	if familyOf(lib) == middlewares {
		return publishedMiddlewares[lib]
	}
	return published[lib]
}

// publishedMiddlewares is published for the middlewares; releases between which
// nothing of interest changed are left out.
var publishedMiddlewares = map[*model.Library][]string{
	echoOwnJWT:     {"v4.1.16", "v4.2.2", "v4.3.0", "v4.4.0", "v4.5.0", "v4.7.2", "v4.9.0", "v4.10.2", "v4.11.4", "v4.12.0"},
	echoJWTv4:      {"v4.0.0", "v4.1.0", "v4.2.0", "v4.3.1", "v4.4.0"},
	echoJWTv5:      {"v5.0.0"},
	fiberContribV2: {"v1.0.0", "v1.1.2"},
	fiberContribV3: {"v1.0.0", "v1.1.0", "v1.2.0", "v1.2.1"},
	fiberJWTv2:     {"v2.0.0", "v2.2.0", "v2.2.7"},
	fiberJWTv3:     {"v3.2.0", "v3.2.10", "v3.3.1", "v3.3.10"},
	fiberJWTv4:     {"v4.0.0"},
	ginJWTv2:       {"v2.8.0", "v2.9.0", "v2.9.2", "v2.10.0", "v2.10.3"},
	ginJWTv3:       {"v3.0.0", "v3.4.1", "v3.5.1"},
	hertzJWT:       {"v1.0.0", "v1.0.1", "v1.0.3", "v1.0.4"},
	auth0v1:        {"v1.0.0", "v1.0.1"},
	auth0v2:        {"v2.0.1", "v2.2.1", "v2.3.0", "v2.3.1"},
	auth0v3:        {"v3.0.0", "v3.1.0"},
	goKit:          {"v0.9.0", "v0.10.0", "v0.12.0", "v0.13.0"},
	kratosJWT:      {"v2.1.0", "v2.8.3"},
	goZero:         {"v1.3.0", "v1.7.3", "v1.8.1", "v1.9.2", "v1.10.3"},
	jwtauth:        {"v5.1.0", "v5.1.1", "v5.2.0", "v5.3.0", "v5.3.1", "v5.3.2", "v5.3.3"},
}

// templates lists the middlewares by library.
var templates = map[*model.Library]shape{
	echoJWTv4: echoShape("echo4.tmpl", [2]string{"", golangJWT4Path}, [2]string{"v4.2.0", golangJWT5Path}),
	echoJWTv5: echoShape("echo5.tmpl", [2]string{"", golangJWT5Path}),
	echoOwnJWT: {
		template: "echo4.tmpl", behind: [][2]string{{"", dgrijalvaPath}, {"v4.5.0", golangJWT3Path}},
		with: "mw.JWTWithConfig(mw.JWTConfig{%s})", shorts: []string{"mw.JWT(forge.Secret)"},
		key: "SigningKey: forge.Secret", alg: "SigningKey: forge.Secret, SigningMethod: %q", keyfunc: "KeyFunc: keyfunc",
		takeover: "ParseTokenFunc: func(raw string, _ echo.Context) (any, error) { return raw, nil }",
		hooks:    map[string]string{"SuccessHandler": "called"},
	},
	fiberJWTv2:     fiberShape("fiber2.tmpl", "forge.Secret", "SigningMethod", [2]string{"", dgrijalvaPath}, [2]string{"v2.2.7", golangJWT4Path}),
	fiberJWTv3:     fiberShape("fiber2.tmpl", "forge.Secret", "SigningMethod", [2]string{"", golangJWT4Path}),
	fiberJWTv4:     fiberShape("fiber2.tmpl", "mw.SigningKey{Key: forge.Secret}", "", [2]string{"", golangJWT5Path}),
	fiberContribV2: fiberShape("fiber2.tmpl", "mw.SigningKey{Key: forge.Secret}", "", [2]string{"", golangJWT5Path}),
	ginJWTv2:       ginShape("gin.tmpl", "GinJWTMiddleware", golangJWT4Path, map[string]string{"IdentityHandler": "identity", "Authorizator": "authorizator"}),
	ginJWTv3:       ginShape("gin.tmpl", "GinJWTMiddleware", golangJWT5Path, map[string]string{"IdentityHandler": "identity", "Authorizer": "authorizer"}),
	hertzJWT:       ginShape("hertz.tmpl", "HertzJWTMiddleware", golangJWT4Path, map[string]string{"IdentityHandler": "identity", "Authorizator": "authorizator"}),
	auth0v1: {
		template: "nethttp.tmpl", behind: [][2]string{{"", "github.com/form3tech-oss/jwt-go"}},
		with: "mw.New(mw.Options{%s}).Handler", key: "ValidationKeyGetter: keyfunc",
		alg: "ValidationKeyGetter: keyfunc, SigningMethod: jwt.GetSigningMethod(%q)", keyfunc: "ValidationKeyGetter: keyfunc",
	},
	auth0v2: {template: "auth0.tmpl", strict: `admits(mw.New(key, mw.HS256, issuer, []string{"me"}))`},
	auth0v3: {template: "auth0.tmpl", strict: `admits(mw.New(mw.WithKeyFunc(key), mw.WithAlgorithm(mw.HS256), mw.WithIssuer(issuer), mw.WithAudience("me")))`},
	goKit: {
		template: "gokit.tmpl", behind: [][2]string{{"", dgrijalvaPath}, {"v0.12.0", golangJWT4Path}},
		with: "mw.NewParser(%s, jwt.SigningMethodHS256, mw.MapClaimsFactory)", key: "keyfunc",
		shorts: []string{"mw.NewParser(keyfunc, jwt.SigningMethodHS256, mw.MapClaimsFactory)"},
		signs:  `signed(mw.NewSigner("k", forge.Secret, jwt.SigningMethodHS256, jwt.MapClaims{}))`,
	},
	kratosJWT: {
		template: "kratos.tmpl", behind: [][2]string{{"", golangJWT4Path}, {"v2.8.3", golangJWT5Path}},
		with: "mw.Server(%s)", key: "keyfunc", shorts: []string{"mw.Server(keyfunc)", "mw.Server(keyfunc, mw.WithSigningMethod(jwt.SigningMethodHS256))"},
	},
	goZero: {
		template: "nethttp.tmpl", behind: [][2]string{{"", golangJWT4Path}}, path: "github.com/zeromicro/go-zero/rest/handler",
		with: "mw.Authorize(%s)", key: "string(forge.Secret)", any: []string{"mw.Authorize(string(forge.Secret))", `mw.Authorize("another secret", mw.WithPrevSecret(string(forge.Secret)))`},
	},
	jwtauth: {
		template: "jwtauth.tmpl", expects: `mw.Verifier(mw.New("HS256", forge.Secret, nil, jwt.WithAudience("me")))`, with: `mw.Verifier(mw.New("HS256", %s, nil))`, key: "forge.Secret",
		shorts: []string{`mw.Verifier(mw.New("HS256", forge.Secret, nil))`, `mw.Verify(mw.New("HS256", forge.Secret, nil), mw.TokenFromHeader)`},
	},
	fiberContribV3: fiberShape("fiber3.tmpl", "mw.SigningKey{Key: forge.Secret}", "", [2]string{"", golangJWT5Path}),
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
	s := templates[p.lib]
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
	if row := p.newRow(); s.expects != "" && row.Options != model.None {
		p.JWT = "github.com/lestrrat-go/jwx/v2/jwt"
		p.admits("an expected audience", s.expects, hs256(holding(model.Aud, "me")), true)
		p.admits("an expected audience", s.expects, hs256(holding(model.Aud, "you")), false)
		p.admits("an expected audience", s.expects, good, false)
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
		if s := templates[lib]; makes && familyOf(lib) != irises && !strings.HasSuffix(s.template, ".tmpl") {
			t.Errorf("%s: no shape to write its settings with", lib.Name)
		}
	}
}
