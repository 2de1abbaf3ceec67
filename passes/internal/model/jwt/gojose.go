package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// The go-jose libraries take three steps: ParseSigned reads a token, Claims of
// that token verifies it with a key, and Validate of the claims compares them
// with what is expected. The kind of key decides the family of algorithms; which one of
// the family, the token's header does, except in v4.

// goJoseV4 has the caller list the algorithms; an empty list is an error.
var goJoseV4 = &model.Library{
	Name:     "go-jose v4",
	Modules:  []string{"github.com/go-jose/go-jose/v4"},
	Packages: []string{"github.com/go-jose/go-jose/v4", "github.com/go-jose/go-jose/v4/jwt"},
	Oldest:   "v4.0.1",
	Newest:   "v4.1.9",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(joseListRows(), joseTokenRows(), joseSignatureRows(), joseClaimsRows(), joseSigningRows(), joseIssuingRows("Serialize"))
		lib.Fields = joseExpected("AnyAudience")
		lib.Types = joseTypes()
		lib.Remedies = joseRemedies("list one algorithm in ParseSigned", "AnyAudience")
	},
	RefusesEmpty: true,
}

var (
	goJoseV3 = goJose("go-jose v3", "github.com/go-jose/go-jose/v3", "v3.0.0", "v3.0.5", "")
	goJoseV2 = goJose("go-jose.v2", "gopkg.in/go-jose/go-jose.v2", "v2.6.2", "v2.6.3", goJoseV4.Modules[0])
	// Before v2.3.1 no token could be verified with a set of keys.
	squareV2 = goJose("square/go-jose.v2", "gopkg.in/square/go-jose.v2", "v2.3.1", "v2.6.0", goJoseV4.Modules[0])
)

// goJose is one of the libraries that v4 replaced: the token's header names the
// algorithm, and only the key's type restricts it.
func goJose(name, path, oldest, newest, successor string) *model.Library {
	return &model.Library{
		Name:      name,
		Modules:   []string{path},
		Packages:  []string{path, path + "/jwt"},
		Oldest:    oldest,
		Newest:    newest,
		Successor: successor,
		Fill: func(lib *model.Library) {
			lib.Funcs = rows([]model.Func{
				// func ParseSigned(s string) (*JSONWebToken, error); in jose: (signature string) (*JSONWebSignature, error)
				{Name: "ParseSigned", Does: model.BuildsParser, Token: model.Arg(0)},
			}, joseTokenRows(), joseSignatureRows(), joseClaimsRows(), joseSigningRows(), joseIssuingRows("CompactSerialize"))
			lib.Fields = joseExpected("Audience")
			lib.Types = joseTypes()
			lib.Remedies = joseRemedies("compare Headers[0].Algorithm", "Audience")
		},
	}
}

// joseListRows are the parsers of v4. Those of the jose package have the same
// names and shapes.
func joseListRows() []model.Func {
	return []model.Func{
		// func ParseSigned(s string, signatureAlgorithms []jose.SignatureAlgorithm) (*JSONWebToken, error); in jose: (signature string, signatureAlgorithms []SignatureAlgorithm) (*JSONWebSignature, error)
		{Name: "ParseSigned", Does: model.BuildsParser, Token: model.Arg(0), Method: model.Arg(1)},
		// func ParseSignedCompact(signature string, signatureAlgorithms []SignatureAlgorithm) (*JSONWebSignature, error)
		{Name: "ParseSignedCompact", Does: model.BuildsParser, Token: model.Arg(0), Method: model.Arg(1)},
		// func ParseSignedJSON(input string, signatureAlgorithms []SignatureAlgorithm) (*JSONWebSignature, error)
		{Name: "ParseSignedJSON", Does: model.BuildsParser, Token: model.Arg(0), Method: model.Arg(1)},
	}
}

// joseTokenRows verify a token, or read it without.
func joseTokenRows() []model.Func {
	return []model.Func{
		// func (t *JSONWebToken) Claims(key interface{}, dest ...interface{}) error
		{Recv: "JSONWebToken", Name: "Claims", Does: model.Verifies, Token: model.Recv, Key: model.Arg(0), Claims: model.Arg(1)},
		// func (t *JSONWebToken) UnsafeClaimsWithoutVerification(dest ...interface{}) error
		{Recv: "JSONWebToken", Name: "UnsafeClaimsWithoutVerification", Does: model.ParsesUnverified, Token: model.Recv, Claims: model.Arg(0)},
	}
}

// joseSignatureRows verify anything that is signed; whether it holds claims is
// for the caller to know.
func joseSignatureRows() []model.Func {
	return []model.Func{
		// func (obj JSONWebSignature) Verify(verificationKey interface{}) ([]byte, error)
		{Recv: "JSONWebSignature", Name: "Verify", Does: model.Verifies, Token: model.Recv, Key: model.Arg(0)},
		// func (obj JSONWebSignature) VerifyMulti(verificationKey interface{}) (int, Signature, []byte, error)
		{Recv: "JSONWebSignature", Name: "VerifyMulti", Does: model.Verifies, Token: model.Recv, Key: model.Arg(0)},
	}
}

// joseClaimsRows compare claims with what is expected of them.
func joseClaimsRows() []model.Func {
	return []model.Func{
		// func (c Claims) Validate(e Expected) error
		{Recv: "Claims", Name: "Validate", Does: model.ValidatesClaims, Claims: model.Recv, Settings: model.Arg(0)},
		// func (c Claims) ValidateWithLeeway(e Expected, leeway time.Duration) error
		{Recv: "Claims", Name: "ValidateWithLeeway", Does: model.ValidatesClaims, Claims: model.Recv, Settings: model.Arg(0), Leeway: model.Arg(1)},
		// func (s Audience) Contains(v string) bool
		{Recv: "Audience", Name: "Contains", Does: model.ChecksClaim, Check: model.Aud, Claims: model.Recv, Value: model.Arg(0)},
		// func (e Expected) WithTime(t time.Time) Expected
		{Recv: "Expected", Name: "WithTime", Does: model.Carries, Settings: model.Recv},
	}
}

// joseSigningRows sign with the keys in their operand.
func joseSigningRows() []model.Func {
	return []model.Func{
		// func NewSigner(sig SigningKey, opts *SignerOptions) (Signer, error)
		{Name: "NewSigner", Does: model.Signs, Key: model.Arg(0)},
		// func NewMultiSigner(sigs []SigningKey, opts *SignerOptions) (Signer, error)
		{Name: "NewMultiSigner", Does: model.Signs, Key: model.Arg(0)},
	}
}

// joseIssuingRows put claims together, those of several calls into one token.
func joseIssuingRows(serialize string) []model.Func {
	return []model.Func{
		// func Signed(sig jose.Signer) Builder
		{Pkg: "jwt", Name: "Signed", Does: model.BuildsClaims},
		// Claims(i interface{}) Builder
		{Pkg: "jwt", Recv: "Builder", Name: "Claims", Does: model.SetsClaim, Check: model.All, Claims: model.Arg(0)},
		// Serialize() (string, error); before v4: CompactSerialize() (string, error)
		{Pkg: "jwt", Recv: "Builder", Name: serialize, Does: model.Issues, Claims: model.Recv},
	}
}

// joseExpected are the fields that Validate compares, if they are set.
func joseExpected(audience string) []model.Field {
	return []model.Field{
		// Issuer string
		{Type: "Expected", Name: "Issuer", Does: model.Enforces, Check: model.Iss, Empty: model.EmptyOff},
		// Subject string
		{Type: "Expected", Name: "Subject", Does: model.Enforces, Check: model.Sub, Empty: model.EmptyOff},
		// AnyAudience Audience; before v4: Audience Audience
		{Type: "Expected", Name: audience, Does: model.Enforces, Check: model.Aud, Empty: model.ListOff},
	}
}

func joseTypes() []model.Type {
	claims := registered("Claims", "")
	claims.Fields[model.Exp] = "Expiry"
	return []model.Type{
		claims,
		{Name: "JSONWebToken", Is: model.IsParsed},
		{Name: "JSONWebSignature", Is: model.IsParsed},
		{Name: "Signature", Is: model.IsParsed},
		{Name: "Header", Is: model.IsHeader, Fields: map[model.Claim]string{model.Alg: "Algorithm", model.Kid: "KeyID", model.JWK: "JSONWebKey"}},
		{Name: "JSONWebKey", Is: model.IsKey},
		{Name: "SigningKey", Is: model.IsKey},
		{Name: "JSONWebKeySet", Is: model.IsKeySet},
	}
}

func joseRemedies(alg, audience string) map[model.Claim]string {
	return map[model.Claim]string{
		model.Alg: alg,
		model.Aud: "Validate with Expected." + audience,
		model.Iss: "Validate with Expected.Issuer",
	}
}
