package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// line is what the conformance tests have to know of a library beside its
// model: which releases there are, oldest first, and how a program asks one
// what it does. A new library is one line.
type line struct {
	releases []string
	family   family // libraries that one template of programs asks
	shape    shape  // of middlewares: how their settings are written
}

// lines lists the libraries. Retracted releases are left out, and keyfunc
// v1.5.2, v1.6.0 and v1.8.0: they are tagged, but the public checksum database
// does not know them, so nothing may download them. Of middlewares those are
// left out between which nothing of interest changed, and of Google's API all
// but those at either end of several hundred.
var lines = map[*model.Library]line{
	golangJWTv3:   {family: descendants, releases: []string{"v3.2.1+incompatible", "v3.2.2+incompatible"}},
	golangJWTv4:   {family: descendants, releases: []string{"v4.0.0", "v4.1.0", "v4.2.0", "v4.3.0", "v4.4.1", "v4.4.2", "v4.4.3", "v4.5.0", "v4.5.1", "v4.5.2"}},
	golangJWTv5:   {family: descendants, releases: []string{"v5.0.0", "v5.1.0", "v5.2.0", "v5.2.1", "v5.2.2", "v5.2.3", "v5.3.0", "v5.3.1"}},
	dgrijalvaV3:   {family: descendants, releases: []string{"v3.0.0+incompatible", "v3.1.0+incompatible", "v3.2.0+incompatible"}},
	dgrijalvaV4:   {family: descendants, releases: []string{"v4.0.0-preview1"}},
	goJoseV3:      {family: goJoses, releases: []string{"v3.0.0", "v3.0.1", "v3.0.3", "v3.0.4", "v3.0.5"}},
	goJoseV4:      {family: goJoses, releases: []string{"v4.0.1", "v4.0.2", "v4.0.4", "v4.0.5", "v4.1.0", "v4.1.1", "v4.1.2", "v4.1.3", "v4.1.4", "v4.1.5", "v4.1.6", "v4.1.7", "v4.1.8", "v4.1.9"}},
	goJoseV2:      {family: goJoses, releases: []string{"v2.6.2", "v2.6.3"}},
	squareV2:      {family: goJoses, releases: []string{"v2.3.1", "v2.4.0", "v2.5.1", "v2.6.0"}},
	form3tech:     {family: descendants, releases: []string{"v3.2.2+incompatible", "v3.2.3+incompatible", "v3.2.5+incompatible"}},
	jwxV1:         {family: jwx, releases: []string{"v1.2.29", "v1.2.30", "v1.2.31"}},
	jwxV2:         {family: jwx, releases: []string{"v2.0.11", "v2.0.12", "v2.0.15", "v2.0.16", "v2.0.21", "v2.1.0", "v2.1.1", "v2.1.2", "v2.1.3", "v2.1.4", "v2.1.6", "v2.1.7"}},
	jwxV3:         {family: jwx, releases: []string{"v3.0.0", "v3.0.10", "v3.0.11", "v3.0.12", "v3.0.13", "v3.1.1", "v3.2.0", "v3.3.0", "v3.4.0"}},
	jwxV4:         {family: jwx4, releases: []string{"v4.0.2", "v4.5.0"}},
	keyfuncV1:     {family: keyfuncs, releases: []string{"v1.0.0", "v1.1.0", "v1.4.0", "v1.5.0", "v1.5.1", "v1.5.3", "v1.7.0", "v1.9.0"}},
	keyfuncV2:     {family: keyfuncs, releases: []string{"v2.0.0", "v2.0.3", "v2.1.0"}},
	keyfuncV3:     {family: keyfuncs, releases: []string{"v3.0.0", "v3.3.0", "v3.3.1", "v3.3.11", "v3.4.0", "v3.5.0", "v3.6.0", "v3.8.0", "v3.9.0", "v3.9.1"}},
	goOIDCv2:      {family: goOIDCs, releases: []string{"v2.1.0+incompatible", "v2.2.1+incompatible", "v2.3.0+incompatible", "v2.5.0+incompatible"}},
	goOIDCv3:      {family: goOIDCs, releases: []string{"v3.1.0", "v3.4.0", "v3.5.0", "v3.6.0", "v3.7.0", "v3.9.0", "v3.10.0", "v3.11.0", "v3.12.0", "v3.13.0", "v3.14.1", "v3.15.0", "v3.16.0", "v3.17.0", "v3.18.0", "v3.19.0", "v3.20.0", "v3.21.0"}},
	zitadelOP:     {family: zitadels, releases: zitadelReleases},
	zitadelRP:     {family: zitadels, releases: zitadelReleases},
	googleIDToken: {family: idTokens, releases: []string{"v0.150.0", "v0.312.0"}},
	firebaseAuth:  {family: firebases, releases: []string{"v4.6.0", "v4.14.1", "v4.15.1", "v4.15.2", "v4.16.0", "v4.16.1", "v4.18.0", "v4.19.0"}},
	jose2go:       {family: jose2gos, releases: []string{"v1.5.0", "v1.6.0", "v1.7.0", "v1.8.0", "v1.10.0", "v1.11.0"}},
	katarasJWT:    {family: katarases, releases: []string{"v0.1.2", "v0.1.12"}},
	irisJWT:       {family: irises, releases: []string{"v12.2.0-alpha9", "v12.2.0", "v12.2.5", "v12.2.10", "v12.2.11"}},
	echoOwnJWT: {family: middlewares, releases: []string{"v4.1.16", "v4.2.2", "v4.3.0", "v4.4.0", "v4.5.0", "v4.7.2", "v4.9.0", "v4.10.2", "v4.11.4", "v4.12.0"}, shape: shape{
		template: "echo4.tmpl", behind: [][2]string{{"", dgrijalvaPath}, {"v4.5.0", golangJWT3Path}},
		with: "mw.JWTWithConfig(mw.JWTConfig{%s})", shorts: []string{"mw.JWT(forge.Secret)"},
		key: "SigningKey: forge.Secret", alg: "SigningKey: forge.Secret, SigningMethod: %q", keyfunc: "KeyFunc: keyfunc",
		takeover: "ParseTokenFunc: func(raw string, _ echo.Context) (any, error) { return raw, nil }",
		hooks:    map[string]string{"SuccessHandler": "called"},
	}},
	echoJWTv4:      {family: middlewares, releases: []string{"v4.0.0", "v4.1.0", "v4.2.0", "v4.3.1", "v4.4.0"}, shape: echoShape("echo4.tmpl", [2]string{"", golangJWT4Path}, [2]string{"v4.2.0", golangJWT5Path})},
	echoJWTv5:      {family: middlewares, releases: []string{"v5.0.0"}, shape: echoShape("echo5.tmpl", [2]string{"", golangJWT5Path})},
	fiberContribV2: {family: middlewares, releases: []string{"v1.0.0", "v1.1.2"}, shape: fiberShape("fiber2.tmpl", "mw.SigningKey{Key: forge.Secret}", "", [2]string{"", golangJWT5Path})},
	fiberContribV3: {family: middlewares, releases: []string{"v1.0.0", "v1.1.0", "v1.2.0", "v1.2.1"}, shape: fiberShape("fiber3.tmpl", "mw.SigningKey{Key: forge.Secret}", "", [2]string{"", golangJWT5Path})},
	fiberJWTv2:     {family: middlewares, releases: []string{"v2.0.0", "v2.2.0", "v2.2.7"}, shape: fiberShape("fiber2.tmpl", "forge.Secret", "SigningMethod", [2]string{"", dgrijalvaPath}, [2]string{"v2.2.7", golangJWT4Path})},
	fiberJWTv3:     {family: middlewares, releases: []string{"v3.2.0", "v3.2.10", "v3.3.1", "v3.3.10"}, shape: fiberShape("fiber2.tmpl", "forge.Secret", "SigningMethod", [2]string{"", golangJWT4Path})},
	fiberJWTv4:     {family: middlewares, releases: []string{"v4.0.0"}, shape: fiberShape("fiber2.tmpl", "mw.SigningKey{Key: forge.Secret}", "", [2]string{"", golangJWT5Path})},
	ginJWTv2:       {family: middlewares, releases: []string{"v2.8.0", "v2.9.0", "v2.9.2", "v2.10.0", "v2.10.3"}, shape: ginShape("gin.tmpl", "GinJWTMiddleware", golangJWT4Path, map[string]string{"IdentityHandler": "identity", "Authorizator": "authorizator"})},
	ginJWTv3:       {family: middlewares, releases: []string{"v3.0.0", "v3.4.1", "v3.5.1"}, shape: ginShape("gin.tmpl", "GinJWTMiddleware", golangJWT5Path, map[string]string{"IdentityHandler": "identity", "Authorizer": "authorizer"})},
	hertzJWT:       {family: middlewares, releases: []string{"v1.0.0", "v1.0.1", "v1.0.3", "v1.0.4"}, shape: ginShape("hertz.tmpl", "HertzJWTMiddleware", golangJWT4Path, map[string]string{"IdentityHandler": "identity", "Authorizator": "authorizator"})},
	auth0v1: {family: middlewares, releases: []string{"v1.0.0", "v1.0.1"}, shape: shape{
		template: "nethttp.tmpl", behind: [][2]string{{"", "github.com/form3tech-oss/jwt-go"}},
		with: "mw.New(mw.Options{%s}).Handler", key: "ValidationKeyGetter: keyfunc",
		alg: "ValidationKeyGetter: keyfunc, SigningMethod: jwt.GetSigningMethod(%q)", keyfunc: "ValidationKeyGetter: keyfunc",
	}},
	auth0v2: {family: middlewares, releases: []string{"v2.0.1", "v2.2.1", "v2.3.0", "v2.3.1"}, shape: shape{template: "auth0.tmpl", strict: `admits(mw.New(key, mw.HS256, issuer, []string{"me"}))`}},
	auth0v3: {family: middlewares, releases: []string{"v3.0.0", "v3.1.0"}, shape: shape{template: "auth0.tmpl", strict: `admits(mw.New(mw.WithKeyFunc(key), mw.WithAlgorithm(mw.HS256), mw.WithIssuer(issuer), mw.WithAudience("me")))`}},
	goKit: {family: middlewares, releases: []string{"v0.9.0", "v0.10.0", "v0.12.0", "v0.13.0"}, shape: shape{
		template: "gokit.tmpl", behind: [][2]string{{"", dgrijalvaPath}, {"v0.12.0", golangJWT4Path}},
		with: "mw.NewParser(%s, jwt.SigningMethodHS256, mw.MapClaimsFactory)", key: "keyfunc",
		shorts: []string{"mw.NewParser(keyfunc, jwt.SigningMethodHS256, mw.MapClaimsFactory)"},
		signs:  `signed(mw.NewSigner("k", forge.Secret, jwt.SigningMethodHS256, jwt.MapClaims{}))`,
	}},
	kratosJWT: {family: middlewares, releases: []string{"v2.1.0", "v2.8.3"}, shape: shape{
		template: "kratos.tmpl", behind: [][2]string{{"", golangJWT4Path}, {"v2.8.3", golangJWT5Path}},
		with: "mw.Server(%s)", key: "keyfunc", shorts: []string{"mw.Server(keyfunc)", "mw.Server(keyfunc, mw.WithSigningMethod(jwt.SigningMethodHS256))"},
	}},
	goZero: {family: middlewares, releases: []string{"v1.3.0", "v1.7.3", "v1.8.1", "v1.9.2", "v1.10.3"}, shape: shape{
		template: "nethttp.tmpl", behind: [][2]string{{"", golangJWT4Path}}, path: "github.com/zeromicro/go-zero/rest/handler",
		with: "mw.Authorize(%s)", key: "string(forge.Secret)", any: []string{"mw.Authorize(string(forge.Secret))", `mw.Authorize("another secret", mw.WithPrevSecret(string(forge.Secret)))`},
	}},
	jwtauthV1: {family: middlewares, releases: []string{"v1.2.0"}, shape: jwtauthShape()},
	jwtauthV5: {family: middlewares, releases: []string{"v5.1.0", "v5.1.1", "v5.2.0", "v5.3.0", "v5.3.1", "v5.3.2", "v5.3.3"}, shape: jwtauthShape()},
}
