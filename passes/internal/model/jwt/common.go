package jwt

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// The rows below hold for every library that descends from dgrijalva/jwt-go:
// they differ in what a version adds, not in what these functions do.

// requestRows are the rows of the "request" packages.
func requestRows() []model.Func {
	return []model.Func{
		// func ParseFromRequest(req *http.Request, extractor Extractor, keyFunc jwt.Keyfunc, options ...ParseFromRequestOption) (token *jwt.Token, err error)
		{Name: "ParseFromRequest", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(2), Options: model.Arg(3)},
		// func ParseFromRequestWithClaims(req *http.Request, extractor Extractor, claims jwt.Claims, keyFunc jwt.Keyfunc) (token *jwt.Token, err error)
		{Name: "ParseFromRequestWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(2), Key: model.Arg(3)},
		// func WithClaims(claims jwt.Claims) ParseFromRequestOption
		{Name: "WithClaims", Does: model.Carries, Claims: model.Arg(0)},
		// func WithParser(parser *jwt.Parser) ParseFromRequestOption
		{Name: "WithParser", Does: model.Carries, Options: model.Arg(0)},
	}
}

// parserRows are the methods of Parser and the constructors of tokens.
func parserRows() []model.Func {
	return []model.Func{
		// func (p *Parser) Parse(tokenString string, keyFunc Keyfunc) (*Token, error)
		{Recv: "Parser", Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1)},
		// func (p *Parser) ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc) (*Token, error)
		{Recv: "Parser", Name: "ParseWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Key: model.Arg(2)},
		// func (p *Parser) ParseUnverified(tokenString string, claims Claims) (token *Token, parts []string, err error)
		{Recv: "Parser", Name: "ParseUnverified", Does: model.ParsesUnverified, Token: model.Arg(0), Claims: model.Arg(1)},
		// func New(method SigningMethod) *Token
		{Name: "New", Does: model.BuildsToken, Method: model.Arg(0)},
		// func NewWithClaims(method SigningMethod, claims Claims) *Token
		{Name: "NewWithClaims", Does: model.BuildsToken, Method: model.Arg(0), Claims: model.Arg(1)},
		// func (t *Token) SignedString(key interface{}) (string, error)
		{Recv: "Token", Name: "SignedString", Does: model.Signs, Key: model.Arg(0)},
		// func GetSigningMethod(alg string) (method SigningMethod)
		{Name: "GetSigningMethod", Does: model.SelectsMethod, Method: model.Arg(0)},
	}
}

// parseRows are the package functions of the generations without options.
func parseRows(until string) []model.Func {
	return []model.Func{
		// func Parse(tokenString string, keyFunc Keyfunc) (*Token, error)
		{Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1), Until: until},
		// func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc) (*Token, error)
		{Name: "ParseWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Key: model.Arg(2), Until: until},
	}
}

// parseOptionRows are the package functions of the generations with options.
func parseOptionRows(since string) []model.Func {
	return []model.Func{
		// func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error)
		{Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1), Options: model.Arg(2), Since: since},
		// func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc, options ...ParserOption) (*Token, error)
		{Name: "ParseWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Key: model.Arg(2), Options: model.Arg(3), Since: since},
		// func NewParser(options ...ParserOption) *Parser
		{Name: "NewParser", Does: model.BuildsParser, Options: model.Arg(0), Since: since},
		// func WithValidMethods(methods []string) ParserOption
		{Name: "WithValidMethods", Does: model.Enforces, Check: model.Alg, Method: model.Arg(0), Empty: model.NilOff, Since: since},
		// func WithoutClaimsValidation() ParserOption
		{Name: "WithoutClaimsValidation", Does: model.Disables, Check: model.All, Since: since},
	}
}

// methodRows are the methods of the signing method types.
func methodRows(types ...string) []model.Func {
	out := []model.Func{
		// Alg() string
		{Recv: "SigningMethod", Name: "Alg", Does: model.NamesMethod},
		// Verify(signingString, signature string, key interface{}) error; v5: sig []byte
		{Recv: "SigningMethod", Name: "Verify", Does: model.VerifiesSignature, Token: model.Arg(0), Key: model.Arg(2)},
		// Sign(signingString string, key interface{}) (string, error)
		{Recv: "SigningMethod", Name: "Sign", Does: model.Signs, Key: model.Arg(1)},
	}
	for _, t := range types {
		out = append(out,
			// func (m *SigningMethodX) Alg() string
			model.Func{Recv: t, Name: "Alg", Does: model.NamesMethod},
			// func (m *SigningMethodX) Verify(signingString, signature string, key interface{}) error
			model.Func{Recv: t, Name: "Verify", Does: model.VerifiesSignature, Token: model.Arg(0), Key: model.Arg(2)},
			// func (m *SigningMethodX) Sign(signingString string, key interface{}) (string, error)
			model.Func{Recv: t, Name: "Sign", Does: model.Signs, Key: model.Arg(1)},
		)
	}
	return out
}

// pemRows are the parsers of RSA and ECDSA keys.
func pemRows() []model.Func {
	return []model.Func{
		// func ParseRSAPrivateKeyFromPEM(key []byte) (*rsa.PrivateKey, error)
		{Name: "ParseRSAPrivateKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.RSA},
		// func ParseRSAPublicKeyFromPEM(key []byte) (*rsa.PublicKey, error)
		{Name: "ParseRSAPublicKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Family: model.RSA},
		// func ParseRSAPrivateKeyFromPEMWithPassword(key []byte, password string) (*rsa.PrivateKey, error)
		{Name: "ParseRSAPrivateKeyFromPEMWithPassword", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.RSA},
		// func ParseECPrivateKeyFromPEM(key []byte) (*ecdsa.PrivateKey, error)
		{Name: "ParseECPrivateKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.ECDSA},
		// func ParseECPublicKeyFromPEM(key []byte) (*ecdsa.PublicKey, error)
		{Name: "ParseECPublicKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Family: model.ECDSA},
	}
}

// edRows are the parsers of Ed25519 keys, which came with golang-jwt v3.2.1.
func edRows() []model.Func {
	return []model.Func{
		// func ParseEdPrivateKeyFromPEM(key []byte) (crypto.PrivateKey, error)
		{Name: "ParseEdPrivateKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.EdDSA},
		// func ParseEdPublicKeyFromPEM(key []byte) (crypto.PublicKey, error)
		{Name: "ParseEdPublicKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Family: model.EdDSA},
	}
}

// verifyRows are the checks that a claims type of v3 or v4 offers. With
// req=false they pass when the claim is absent.
func verifyRows(recv string) []model.Func {
	return []model.Func{
		// func (c *StandardClaims) VerifyAudience(cmp string, req bool) bool
		{Recv: recv, Name: "VerifyAudience", Does: model.ChecksClaim, Check: model.Aud, Value: model.Arg(0), Required: model.Arg(1)},
		// func (c *StandardClaims) VerifyIssuer(cmp string, req bool) bool
		{Recv: recv, Name: "VerifyIssuer", Does: model.ChecksClaim, Check: model.Iss, Value: model.Arg(0), Required: model.Arg(1)},
		// func (c *StandardClaims) VerifyExpiresAt(cmp int64, req bool) bool; of RegisteredClaims with time.Time
		{Recv: recv, Name: "VerifyExpiresAt", Does: model.ChecksClaim, Check: model.Exp, Value: model.Arg(0), Required: model.Arg(1)},
		// func (c StandardClaims) Valid() error
		{Recv: recv, Name: "Valid", Does: model.ValidatesClaims, Claims: model.Recv},
	}
}

// methodVars are the signing methods of the named families.
func methodVars(families ...model.Family) []model.Var {
	out := []model.Var{
		{Name: "SigningMethodNone", Method: "none"},
		{Name: "UnsafeAllowNoneSignatureType", AcceptsNone: true},
	}
	names := map[model.Family][]string{
		model.HMAC:  {"HS256", "HS384", "HS512"},
		model.RSA:   {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"},
		model.ECDSA: {"ES256", "ES384", "ES512"},
	}
	for _, family := range families {
		for _, alg := range names[family] {
			out = append(out, model.Var{Name: "SigningMethod" + alg, Method: alg, Family: family})
		}
		if family == model.EdDSA {
			out = append(out, model.Var{Name: "SigningMethodEdDSA", Method: "EdDSA", Family: family})
		}
	}
	return out
}

// commonTypes are the types that all generations have.
func commonTypes() []model.Type {
	return []model.Type{
		{Name: "Token", Is: model.IsToken},
		{Name: "Claims", Is: model.IsClaims},
		{Name: "MapClaims", Is: model.IsMapClaims},
		{Name: "Parser", Is: model.IsParser},
		{Name: "Keyfunc", Is: model.IsKeyfunc},
		{Name: "SigningMethod", Is: model.IsMethod},
		{Name: "SigningMethodHMAC", Is: model.IsMethod, Family: model.HMAC},
		{Name: "SigningMethodRSA", Is: model.IsMethod, Family: model.RSA},
		{Name: "SigningMethodRSAPSS", Is: model.IsMethod, Family: model.RSA},
		{Name: "SigningMethodECDSA", Is: model.IsMethod, Family: model.ECDSA},
	}
}

// registered is the row of a struct of the registered claims.
func registered(name string) model.Type {
	return model.Type{Name: name, Is: model.IsStandardClaims, Fields: map[model.Claim]string{
		model.Iss: "Issuer", model.Aud: "Audience", model.Exp: "ExpiresAt", model.Sub: "Subject",
	}}
}

// parserFields are the exported fields of Parser that work like options.
func parserFields() []model.Field {
	return []model.Field{
		// ValidMethods []string
		{Type: "Parser", Name: "ValidMethods", Does: model.Enforces, Check: model.Alg, Empty: model.NilOff},
		// SkipClaimsValidation bool
		{Type: "Parser", Name: "SkipClaimsValidation", Does: model.Disables, Check: model.All},
	}
}

// validHook is how v3 and v4 ask a claims type: its method takes the place of
// the library's own check.
func validHook() model.Hook {
	return model.Hook{Name: "Valid", Ignored: "Validate", Replaces: true}
}

// methodTypes are the signing method types of all generations.
var methodTypes = []string{"SigningMethodHMAC", "SigningMethodRSA", "SigningMethodRSAPSS", "SigningMethodECDSA"}

// rows joins lists of rows.
func rows(lists ...[]model.Func) []model.Func { return slices.Concat(lists...) }
