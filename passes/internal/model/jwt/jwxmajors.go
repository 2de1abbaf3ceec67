package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// The first and the fourth major of lestrrat-go/jwx, by what sets them apart
// from the two between.

// jwxV1 verifies only if an option hands a key over, and checks claims, expected
// ones included, only if WithValidate asks for it. Without either it parses.
var jwxV1 = &model.Library{
	Name:     "lestrrat-go/jwx v1",
	Modules:  []string{"github.com/lestrrat-go/jwx"},
	Packages: jwxPackages("github.com/lestrrat-go/jwx"),
	Oldest:   "v1.2.29",
	Newest:   "v1.2.31",
	// Its go.mod says that it is deprecated.
	Successor: "github.com/lestrrat-go/jwx/v3",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(jwxParseRows(), jwxValidationRow(), jwxClaimRows(), jwxValidateRow(), jwxFirstRows(), jwxSetRows(), jwxAddRow("Add"),
			jwxRawRows("New"), jwxGetterRows(), jwxMapRows(), jwxNameRow(), jwxBuildRows(), jwxSetRow())
		lib.Types = append(jwxTypes(), jwxOptions("ParseRequestOption")...)
		lib.Remedies = map[model.Claim]string{
			model.Alg: "name it beside the key",
			model.Aud: "add WithAudience and WithValidate(true)",
			model.Iss: "add WithIssuer and WithValidate(true)",
		}
	},
	RefusesEmpty: true,
	OnRequest:    true,
	KeyOnRequest: true,
}

// jwxFirstRows hand the key over in other ways than later majors.
func jwxFirstRows() []model.Func {
	return []model.Func{
		// func WithVerify(alg jwa.SignatureAlgorithm, key interface{}) ParseOption
		{Pkg: "jwt", Name: "WithVerify", Does: model.HandsKey, Method: model.Arg(0), Key: model.Arg(1)},
		// func WithKeySet(set jwk.Set) ParseOption
		{Pkg: "jwt", Name: "WithKeySet", Does: model.HandsKey, Key: model.Arg(0), ByKey: true},
		// func WithKeySetProvider(p KeySetProvider) ParseOption
		{Pkg: "jwt", Name: "WithKeySetProvider", Does: model.HandsKey, ByKey: true},
		// func Sign(t Token, alg jwa.SignatureAlgorithm, key interface{}, options ...SignOption) ([]byte, error)
		{Pkg: "jwt", Name: "Sign", Does: model.Signs, Claims: model.Arg(0), Method: model.Arg(1), Key: model.Arg(2)},
		// func (s *Serializer) Sign(alg jwa.SignatureAlgorithm, key interface{}, options ...SignOption) *Serializer
		{Pkg: "jwt", Recv: "Serializer", Name: "Sign", Does: model.Signs, Method: model.Arg(0), Key: model.Arg(1)},
		// func Sign(payload []byte, alg jwa.SignatureAlgorithm, key interface{}, options ...SignOption) ([]byte, error)
		{Pkg: "jws", Name: "Sign", Does: model.Signs, Method: model.Arg(1), Key: model.Arg(2)},
		// func Verify(buf []byte, alg jwa.SignatureAlgorithm, key interface{}, options ...VerifyOption) (ret []byte, err error)
		{Pkg: "jws", Name: "Verify", Does: model.VerifiesSignature, Token: model.Arg(0), Method: model.Arg(1), Key: model.Arg(2)},
	}
}

// jwxV4 has v3's options. It needs GOEXPERIMENT=jsonv2 before Go 1.27.
var jwxV4 = &model.Library{
	Name:     "lestrrat-go/jwx v4",
	Modules:  []string{"github.com/lestrrat-go/jwx/v4"},
	Packages: jwxPackages("github.com/lestrrat-go/jwx/v4"),
	Oldest:   "v4.0.2",
	Newest:   "v4.5.0",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(jwxParseRows(), jwxInsecureRow(), jwxValidationRow(), jwxBareRow(), jwxCookieRow(""), jwxClaimRows(), jwxValidateRow(),
			jwxResetRow(""), jwxVerifyRow(model.Sig), jwxKeyRows(), jwxSignRows(), jwxSetRows(), jwxAddRow("AddKey"), jwxRawRows("Import"),
			jwxGetterRows(), jwxMethodRows(), jwxFourthRows(), jwxBuildRows(), jwxSetRow())
		lib.Types = append(jwxTypes(), append(jwxNewerTypes(), jwxSink())...)
		lib.Remedies = jwxRemedies()
	},
	RefusesEmpty: true,
}

// jwxFourthRows came with v4.
func jwxFourthRows() []model.Func {
	return []model.Func{
		// Field(string) (any, bool)
		{Recv: "Token", Name: "Field", Does: model.GetsClaim, Named: model.Arg(0)},
		// func ParseKeyAs[T Key](data []byte, options ...ParseOption) (T, error)
		{Pkg: "jwk", Name: "ParseKeyAs", Does: model.WrapsKey, Key: model.Arg(0)},
	}
}
