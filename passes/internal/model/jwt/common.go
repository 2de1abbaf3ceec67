package jwt

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// The rows below hold for every library that descends from dgrijalva/jwt-go:
// they differ in what a version adds, not in what these functions do.

// rows joins lists of rows.
func rows(lists ...[]model.Func) []model.Func { return slices.Concat(lists...) }

// since returns the rows as true from the version on.
func since(version string, list []model.Func) []model.Func {
	out := slices.Clone(list)
	for i := range out {
		if out[i].Since == "" {
			out[i].Since = version
		}
	}
	return out
}

// until returns the rows as true before the version.
func until(version string, list []model.Func) []model.Func {
	out := slices.Clone(list)
	for i := range out {
		out[i].Until = version
	}
	return out
}

// olderRemedies are those of the generations without options that check claims.
func olderRemedies() map[model.Claim]string {
	return map[model.Claim]string{model.Aud: "call VerifyAudience or compare aud", model.Iss: "call VerifyIssuer or compare iss"}
}

// oldestRemedies are those of the generations without any options.
func oldestRemedies() map[model.Claim]string {
	out := olderRemedies()
	out[model.Alg] = "set ValidMethods of a Parser"
	return out
}

// parseRows are the package functions of the generations without options.
func parseRows() []model.Func {
	return []model.Func{
		// func Parse(tokenString string, keyFunc Keyfunc) (*Token, error)
		{Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1)},
		// func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc) (*Token, error)
		{Name: "ParseWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Key: model.Arg(2)},
	}
}

// parseOptionRows are the package functions of the generations with options.
func parseOptionRows() []model.Func {
	return []model.Func{
		// func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error)
		{Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1), Options: model.Arg(2)},
		// func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc, options ...ParserOption) (*Token, error)
		{Name: "ParseWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Key: model.Arg(2), Options: model.Arg(3)},
		// func NewParser(options ...ParserOption) *Parser
		{Name: "NewParser", Does: model.BuildsParser, Options: model.Arg(0)},
		// func WithValidMethods(methods []string) ParserOption
		{Name: "WithValidMethods", Does: model.Enforces, Check: model.Alg, Method: model.Arg(0), Empty: model.NilOff},
		// func WithoutClaimsValidation() ParserOption
		{Name: "WithoutClaimsValidation", Does: model.Disables, Check: model.All},
	}
}

// parserRows are the methods of Parser and the constructors of tokens.
func parserRows() []model.Func {
	return []model.Func{
		// func (p *Parser) Parse(tokenString string, keyFunc Keyfunc) (*Token, error)
		{Recv: "Parser", Name: "Parse", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1)},
		// func (p *Parser) ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc) (*Token, error)
		{Recv: "Parser", Name: "ParseWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Key: model.Arg(2)},
		// func New(method SigningMethod) *Token; v5: and opts ...TokenOption
		{Name: "New", Does: model.BuildsToken, Method: model.Arg(0)},
		// func NewWithClaims(method SigningMethod, claims Claims) *Token; v5: and opts ...TokenOption
		{Name: "NewWithClaims", Does: model.BuildsToken, Method: model.Arg(0), Claims: model.Arg(1)},
		// func (t *Token) SignedString(key interface{}) (string, error); dgrijalva v4: and opts ...SigningOption
		{Recv: "Token", Name: "SignedString", Does: model.Signs, Key: model.Arg(0)},
		// func GetSigningMethod(alg string) (method SigningMethod)
		{Name: "GetSigningMethod", Does: model.SelectsMethod, Method: model.Arg(0)},
	}
}

// unverifiedRows came with dgrijalva/jwt-go v3.2.0.
func unverifiedRows() []model.Func {
	return []model.Func{
		// func (p *Parser) ParseUnverified(tokenString string, claims Claims) (token *Token, parts []string, err error)
		{Recv: "Parser", Name: "ParseUnverified", Does: model.ParsesUnverified, Token: model.Arg(0), Claims: model.Arg(1)},
	}
}

// requestRows are the rows of the "request" packages, as they are since
// dgrijalva/jwt-go v3.2.0.
func requestRows() []model.Func {
	return []model.Func{
		// func ParseFromRequest(req *http.Request, extractor Extractor, keyFunc jwt.Keyfunc, options ...ParseFromRequestOption) (token *jwt.Token, err error)
		{Name: "ParseFromRequest", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(2), Options: model.Arg(3)},
		// func WithClaims(claims jwt.Claims) ParseFromRequestOption
		{Name: "WithClaims", Does: model.Carries, Claims: model.Arg(0)},
		// func WithParser(parser *jwt.Parser) ParseFromRequestOption
		{Name: "WithParser", Does: model.Carries, Options: model.Arg(0)},
	}
}

// requestClaimsRows never changed; the function takes no options.
func requestClaimsRows() []model.Func {
	return []model.Func{
		// func ParseFromRequestWithClaims(req *http.Request, extractor Extractor, claims jwt.Claims, keyFunc jwt.Keyfunc) (token *jwt.Token, err error)
		{Name: "ParseFromRequestWithClaims", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(2), Key: model.Arg(3)},
	}
}

// pemRows are the parsers of RSA and ECDSA keys.
func pemRows() []model.Func {
	return []model.Func{
		// func ParseRSAPrivateKeyFromPEM(key []byte) (*rsa.PrivateKey, error)
		{Name: "ParseRSAPrivateKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.RSA},
		// func ParseRSAPublicKeyFromPEM(key []byte) (*rsa.PublicKey, error)
		{Name: "ParseRSAPublicKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Family: model.RSA},
		// func ParseECPrivateKeyFromPEM(key []byte) (*ecdsa.PrivateKey, error)
		{Name: "ParseECPrivateKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.ECDSA},
		// func ParseECPublicKeyFromPEM(key []byte) (*ecdsa.PublicKey, error)
		{Name: "ParseECPublicKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Family: model.ECDSA},
	}
}

// passwordRows came with dgrijalva/jwt-go v3.2.0.
func passwordRows() []model.Func {
	return []model.Func{
		// func ParseRSAPrivateKeyFromPEMWithPassword(key []byte, password string) (*rsa.PrivateKey, error)
		{Name: "ParseRSAPrivateKeyFromPEMWithPassword", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.RSA},
	}
}

// edRows are Ed25519's method and parsers of keys, which golang-jwt added in v3.2.2.
func edRows() []model.Func {
	return rows(methodRows("SigningMethodEd25519"), []model.Func{
		// func ParseEdPrivateKeyFromPEM(key []byte) (crypto.PrivateKey, error)
		{Name: "ParseEdPrivateKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.EdDSA},
		// func ParseEdPublicKeyFromPEM(key []byte) (crypto.PublicKey, error)
		{Name: "ParseEdPublicKeyFromPEM", Does: model.ParsesKey, Key: model.Arg(0), Family: model.EdDSA},
	})
}

// signingRows are the methods of the interface SigningMethod and of the types
// that all generations have. SigningMethodRSAPSS has Alg from the
// SigningMethodRSA that it embeds. The type of the variable SigningMethodNone
// is not exported, yet its methods can be called.
func signingRows() []model.Func {
	return rows(
		methodRows("SigningMethod", "SigningMethodHMAC", "SigningMethodRSA", "SigningMethodECDSA", "signingMethodNone"),
		bareMethodRows("SigningMethodRSAPSS"))
}

// methodRows are the methods of signing method types.
func methodRows(types ...string) []model.Func {
	out := bareMethodRows(types...)
	for _, t := range types {
		out = append(out,
			// func (m *SigningMethodX) Alg() string
			model.Func{Recv: t, Name: "Alg", Does: model.NamesMethod})
	}
	return out
}

// bareMethodRows are those of a type that does not declare Alg itself.
func bareMethodRows(types ...string) []model.Func {
	var out []model.Func
	for _, t := range types {
		out = append(out,
			// func (m *SigningMethodX) Verify(signingString, signature string, key interface{}) error
			// v5: func (m *SigningMethodX) Verify(signingString string, sig []byte, key any) error
			model.Func{Recv: t, Name: "Verify", Does: model.VerifiesSignature, Token: model.Arg(0), Key: model.Arg(2)},
			// func (m *SigningMethodX) Sign(signingString string, key interface{}) (string, error)
			// v5: func (m *SigningMethodX) Sign(signingString string, key any) ([]byte, error)
			model.Func{Recv: t, Name: "Sign", Does: model.Signs, Key: model.Arg(1)},
		)
	}
	return out
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
