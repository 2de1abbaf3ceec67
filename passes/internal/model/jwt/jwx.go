package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// lestrrat-go/jwx: the algorithm goes with the key, in one option, and a token
// without such an option is refused. What has to be asked for are audience and
// issuer; a missing claim, and an empty expected value, never match.
//
// Two options take the checks away again: WithVerify(false) accepts any
// signature even beside a key (v2 before v2.0.16: only without one), and
// WithValidate(false) ignores every expectation.

// jwxV2 pins the algorithm to that of the key's option, or to what the keys of
// a set declare. With WithInferAlgorithmFromKey a set's key takes all of its
// own kind, as keyfunc's do.
var jwxV2 = &model.Library{
	Name:     "lestrrat-go/jwx v2",
	Modules:  []string{"github.com/lestrrat-go/jwx/v2"},
	Packages: jwxPackages("github.com/lestrrat-go/jwx/v2"),
	Oldest:   "v2.0.11",
	Newest:   "v2.1.7",
	// Its go.mod says that it is deprecated.
	Successor: "github.com/lestrrat-go/jwx/v3",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(jwxParseRows(), jwxInsecureRow(), jwxValidationRow(), jwxBareRow(), jwxCookieRow("v2.1.0"), jwxClaimRows(), jwxValidateRow(), jwxResetRow("v2.1.0"),
			until("v2.0.16", jwxVerifyRow("")), since("v2.0.16", jwxVerifyRow(model.Sig)),
			jwxKeyRows(), jwxSignRows(), jwxSetRows(), jwxAddRow("AddKey"), jwxRawRows("FromRaw"), jwxGetterRows(), jwxMapRows(), jwxNameRow(), jwxBuildRows(), jwxSetRow())
		lib.Types = append(jwxTypes(), append(jwxOptions("SignEncryptParseOption"), jwxSink())...)
		lib.Remedies = jwxRemedies()
	},
	RefusesEmpty: true,
}

// jwxV3 has the same options; getters also tell whether the claim is there,
// and the algorithms have become functions.
var jwxV3 = &model.Library{
	Name:     "lestrrat-go/jwx v3",
	Modules:  []string{"github.com/lestrrat-go/jwx/v3"},
	Packages: jwxPackages("github.com/lestrrat-go/jwx/v3"),
	Oldest:   "v3.0.0",
	Newest:   "v3.4.0",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(jwxParseRows(), jwxInsecureRow(), jwxValidationRow(), jwxBareRow(), jwxCookieRow(""), jwxClaimRows(), jwxValidateRow(), jwxResetRow(""), jwxVerifyRow(model.Sig),
			jwxKeyRows(), jwxSignRows(), jwxSetRows(), jwxAddRow("AddKey"), jwxRawRows("Import"), jwxGetterRows(), jwxIntoRows(), jwxMethodRows(), jwxNameRow(), jwxBuildRows(), jwxSetRow())
		lib.Types = append(jwxTypes(), append(jwxNewerTypes(), jwxSink())...)
		lib.Remedies = jwxRemedies()
	},
	RefusesEmpty: true,
}

// jwxPackages are the packages of a major that have to do with signed tokens.
func jwxPackages(module string) []string {
	return []string{module + "/jwt", module + "/jwt/openid", module + "/jws", module + "/jwk", module + "/jwa", module + "/jwe"}
}

func jwxRemedies() map[model.Claim]string {
	return map[model.Claim]string{model.Alg: "name it beside the key"}
}

// jwxParseRows verify a token.
func jwxParseRows() []model.Func {
	return []model.Func{
		// func Parse(s []byte, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(1)},
		// func ParseString(s string, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseString", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(1)},
		// func ParseReader(src io.Reader, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseReader", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(1)},
		// func ParseRequest(req *http.Request, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseRequest", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(1)},
		// func ParseHeader(hdr http.Header, name string, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseHeader", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(2)},
		// func ParseForm(values url.Values, name string, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseForm", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(2)},
	}
}

// jwxInsecureRow parses and says so.
func jwxInsecureRow() []model.Func {
	return []model.Func{
		// func ParseInsecure(s []byte, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseInsecure", Does: model.ParsesUnverified, Token: model.Arg(0), Claims: model.Result(0)},
	}
}

// jwxValidationRow checks the claims of a token once more.
func jwxValidationRow() []model.Func {
	return []model.Func{
		// func Validate(t Token, options ...ValidateOption) error
		{Pkg: "jwt", Name: "Validate", Does: model.ValidatesClaims, Claims: model.Arg(0), Options: model.Arg(1)},
	}
}

// jwxBareRow says nothing about claims: what it returns may be anything that was
// signed.
func jwxBareRow() []model.Func {
	return []model.Func{
		// func Verify(buf []byte, options ...VerifyOption) ([]byte, error)
		{Pkg: "jws", Name: "Verify", Does: model.VerifiesSignature, Token: model.Arg(0), Options: model.Arg(1)},
	}
}

// jwxCookieRow: v2 had no such function at first.
func jwxCookieRow(from string) []model.Func {
	return []model.Func{
		// func ParseCookie(req *http.Request, name string, options ...ParseOption) (Token, error)
		{Pkg: "jwt", Name: "ParseCookie", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(2), Since: from},
	}
}

// jwxClaimRows are options that expect a claim, and validators that do.
func jwxClaimRows() []model.Func {
	return []model.Func{
		// func WithAudience(s string) ValidateOption
		{Pkg: "jwt", Name: "WithAudience", Does: model.Enforces, Check: model.Aud, Value: model.Arg(0)},
		// func WithIssuer(s string) ValidateOption
		{Pkg: "jwt", Name: "WithIssuer", Does: model.Enforces, Check: model.Iss, Value: model.Arg(0)},
		// func WithSubject(s string) ValidateOption
		{Pkg: "jwt", Name: "WithSubject", Does: model.Enforces, Check: model.Sub, Value: model.Arg(0)},
		// func WithClaimValue(name string, v interface{}) ValidateOption
		{Pkg: "jwt", Name: "WithClaimValue", Does: model.Enforces, Named: model.Arg(0), Value: model.Arg(1)},
		// func ClaimValueIs(name string, value interface{}) Validator
		{Pkg: "jwt", Name: "ClaimValueIs", Does: model.Enforces, Named: model.Arg(0), Value: model.Arg(1)},
		// func ClaimContainsString(name string, value string) Validator
		{Pkg: "jwt", Name: "ClaimContainsString", Does: model.Enforces, Named: model.Arg(0), Value: model.Arg(1)},
		// func WithValidator(v Validator) ValidateOption
		{Pkg: "jwt", Name: "WithValidator", Does: model.Carries, Value: model.Arg(0)},
		// func WithToken(v Token) ParseOption
		{Pkg: "jwt", Name: "WithToken", Does: model.Carries, Claims: model.Arg(0)},
	}
}

// jwxValidateRow is the option that takes every check of a claim away.
func jwxValidateRow() []model.Func {
	return []model.Func{
		// func WithValidate(v bool) ParseOption
		{Pkg: "jwt", Name: "WithValidate", Does: model.Switches, Check: model.All, Value: model.Arg(0)},
	}
}

// jwxVerifyRow is the option that takes the check of the signature away.
func jwxVerifyRow(checks model.Claim) []model.Func {
	return []model.Func{
		// func WithVerify(v bool) ParseOption
		{Pkg: "jwt", Name: "WithVerify", Does: model.Switches, Check: checks, Value: model.Arg(0)},
	}
}

// jwxResetRow: what other options expect is still checked.
func jwxResetRow(from string) []model.Func {
	return []model.Func{
		// func WithResetValidators(v bool) ValidateOption
		{Pkg: "jwt", Name: "WithResetValidators", Does: model.Disables, Check: model.Exp, Value: model.Arg(0), Since: from},
	}
}

// jwxKeyRows are options that hand the key over, and what a provider of keys does.
func jwxKeyRows() []model.Func {
	return []model.Func{
		// func WithKey(alg jwa.KeyAlgorithm, key interface{}, suboptions ...Option) SignEncryptParseOption
		{Pkg: "jwt", Name: "WithKey", Does: model.HandsKey, Method: model.Arg(0), Key: model.Arg(1)},
		// func WithKeySet(set jwk.Set, options ...interface{}) ParseOption
		{Pkg: "jwt", Name: "WithKeySet", Does: model.HandsKey, Key: model.Arg(0), ByKey: true},
		// func WithKeyProvider(v jws.KeyProvider) ParseOption
		{Pkg: "jwt", Name: "WithKeyProvider", Does: model.HandsKey, Key: model.Arg(0)},
		// func WithVerifyAuto(f jwk.Fetcher, options ...jwk.FetchOption) ParseOption
		{Pkg: "jwt", Name: "WithVerifyAuto", Does: model.HandsKey, ByKey: true},
		// func WithKey(alg jwa.KeyAlgorithm, key interface{}, options ...WithKeySuboption) SignVerifyOption
		{Pkg: "jws", Name: "WithKey", Does: model.HandsKey, Method: model.Arg(0), Key: model.Arg(1)},
		// func WithKeySet(set jwk.Set, options ...WithKeySetSuboption) VerifyOption
		{Pkg: "jws", Name: "WithKeySet", Does: model.HandsKey, Key: model.Arg(0), ByKey: true},
		// func WithKeyProvider(v KeyProvider) VerifyOption
		{Pkg: "jws", Name: "WithKeyProvider", Does: model.HandsKey, Key: model.Arg(0)},
		// func WithVerifyAuto(f jwk.Fetcher, options ...jwk.FetchOption) VerifyOption
		{Pkg: "jws", Name: "WithVerifyAuto", Does: model.HandsKey, ByKey: true},
		// Key(jwa.SignatureAlgorithm, interface{})
		{Pkg: "jws", Recv: "KeySink", Name: "Key", Does: model.SinksKey, Method: model.Arg(0), Key: model.Arg(1)},
	}
}

// jwxRawRows make a key of the library's out of one of the standard library's;
// bytes are an HMAC secret.
func jwxRawRows(name string) []model.Func {
	return []model.Func{
		// func FromRaw(key interface{}) (Key, error); v3: func Import(raw interface{}) (Key, error)
		{Pkg: "jwk", Name: name, Does: model.WrapsKey, Key: model.Arg(0)},
	}
}

// jwxGetterRows are the getters of a token, which is its own claims, and that of
// the algorithm in a signature's header. v3: each also tells whether it is there.
func jwxGetterRows() []model.Func {
	return []model.Func{
		// Audience() []string
		{Recv: "Token", Name: "Audience", Does: model.GetsClaim, Check: model.Aud},
		// Issuer() string
		{Recv: "Token", Name: "Issuer", Does: model.GetsClaim, Check: model.Iss},
		// Subject() string
		{Recv: "Token", Name: "Subject", Does: model.GetsClaim, Check: model.Sub},
		// Expiration() time.Time
		{Recv: "Token", Name: "Expiration", Does: model.GetsClaim, Check: model.Exp},
		// JwtID() string
		{Recv: "Token", Name: "JwtID", Does: model.GetsClaim, Check: model.Jti},
		// Algorithm() jwa.SignatureAlgorithm
		{Pkg: "jws", Recv: "Headers", Name: "Algorithm", Does: model.GetsClaim, Check: model.Alg},
		// KeyID() string; v3: (string, bool)
		{Pkg: "jws", Recv: "Headers", Name: "KeyID", Does: model.GetsClaim, Check: model.Kid},
		// JWK() jwk.Key; v3: (jwk.Key, bool)
		{Pkg: "jws", Recv: "Headers", Name: "JWK", Does: model.GetsClaim, Check: model.JWK},
		// JWKSetURL() string; v3: (string, bool)
		{Pkg: "jws", Recv: "Headers", Name: "JWKSetURL", Does: model.GetsClaim, Check: model.JKU},
	}
}

// jwxMapRows are the getters that v3 dropped.
func jwxMapRows() []model.Func {
	return []model.Func{
		// Get(string) (interface{}, bool)
		{Recv: "Token", Name: "Get", Does: model.GetsClaim, Named: model.Arg(0)},
		// AsMap(context.Context) (map[string]interface{}, error)
		{Recv: "Token", Name: "AsMap", Does: model.GetsClaim, Check: model.All},
	}
}

// jwxIntoRows came with v3.
func jwxIntoRows() []model.Func {
	return []model.Func{
		// Get(string, interface{}) error
		{Recv: "Token", Name: "Get", Does: model.GetsClaim, Named: model.Arg(0), Into: model.Arg(1)},
	}
}

// jwxAlgs are the algorithms that every major has, by their names in Go.
var jwxAlgs = map[model.Family][]string{
	model.HMAC:  {"HS256", "HS384", "HS512"},
	model.RSA:   {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"},
	model.ECDSA: {"ES256", "ES384", "ES512"},
	model.EdDSA: {"EdDSA"},
}

// jwxNameRow tells an algorithm's name.
func jwxNameRow() []model.Func {
	return []model.Func{
		// func (s SignatureAlgorithm) String() string
		{Pkg: "jwa", Recv: "SignatureAlgorithm", Name: "String", Does: model.NamesMethod},
	}
}

// jwxMethodRows are the algorithms as functions.
func jwxMethodRows() []model.Func {
	out := []model.Func{
		// func NoSignature() SignatureAlgorithm
		{Pkg: "jwa", Name: "NoSignature", Does: model.ReturnsMethod, Alg: "none"},
		// func LookupSignatureAlgorithm(name string) (SignatureAlgorithm, bool)
		{Pkg: "jwa", Name: "LookupSignatureAlgorithm", Does: model.SelectsMethod, Method: model.Arg(0)},
	}
	for _, family := range []model.Family{model.HMAC, model.RSA, model.ECDSA, model.EdDSA} {
		for _, alg := range jwxAlgs[family] {
			// func HS256() SignatureAlgorithm
			out = append(out, model.Func{Pkg: "jwa", Name: alg, Does: model.ReturnsMethod, Alg: alg, Family: family})
		}
	}
	return out
}

// jwxTypes: a token is an interface of getters, and so are its claims.
func jwxTypes() []model.Type {
	// type Token interface
	out := []model.Type{{Name: "Token", Is: model.IsClaims}}
	return append(out, jwxOptions("ParseOption", "ValidateOption", "SignOption", "VerifyOption", "SignVerifyOption", "Validator")...)
}

// jwxSink is what a provider of keys hands them to, which v1 did not have.
func jwxSink() model.Type {
	// type KeySink interface
	return model.Type{Name: "KeySink", Is: model.IsKeySink}
}

// jwxNewerTypes are the option types that v3 added.
func jwxNewerTypes() []model.Type {
	return jwxOptions("SignEncryptParseOption", "SignParseOption", "GlobalValidateOption", "SignVerifyParseOption")
}

func jwxOptions(names ...string) []model.Type {
	var out []model.Type
	for _, name := range names {
		// type ParseOption interface
		out = append(out, model.Type{Name: name, Is: model.IsOption})
	}
	return out
}
