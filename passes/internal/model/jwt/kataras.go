package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// kataras/jwt takes the algorithm beside the key, and hands a token's own
// header to nobody but a HeaderValidator of the program's. What is expected of
// the claims is an Expected among the validators; NONE is a real algorithm.
var katarasJWT = &model.Library{
	Name: "kataras/jwt", Modules: []string{"github.com/kataras/jwt"},
	Packages: []string{"github.com/kataras/jwt"},
	Oldest:   "v0.1.2", Newest: "v0.1.12",
	Fill: func(lib *model.Library) {
		lib.Funcs = rows(katarasVerifyRows(), katarasKeysRows(), katarasClaimsRows(), katarasSignRows(), katarasPEMRows())
		lib.Fields = katarasExpected()
		lib.Vars = append(katarasVars(), model.Var{Name: "NONE", Method: "none"}) // NONE Alg = &algNONE{}
		lib.Types = katarasTypes()
		lib.Remedies = katarasRemedies("give Verify jwt.Expected{Audience: ...}", "give Verify jwt.Expected{Issuer: ...}")
	},
}

// katarasVerifyRows: without a validator of the header, which may choose a key
// for the token, the header has to be that of the algorithm given.
func katarasVerifyRows() []model.Func {
	pins := []model.Claim{model.Alg}
	return []model.Func{
		// func Verify(alg Alg, key PublicKey, token []byte, validators ...TokenValidator) (*VerifiedToken, error)
		{Name: "Verify", Does: model.Verifies, Method: model.Arg(0), Key: model.Arg(1), Token: model.Arg(2), Options: model.Arg(3), Checks: pins},
		// func VerifyEncrypted(alg Alg, key PublicKey, decrypt InjectFunc, token []byte, validators ...TokenValidator) (*VerifiedToken, error)
		{Name: "VerifyEncrypted", Does: model.Verifies, Method: model.Arg(0), Key: model.Arg(1), Token: model.Arg(3), Options: model.Arg(4), Checks: pins},
		// func VerifyWithHeaderValidator(alg Alg, key PublicKey, token []byte, headerValidator HeaderValidator, validators ...TokenValidator) (*VerifiedToken, error)
		{Name: "VerifyWithHeaderValidator", Does: model.Verifies, Method: model.Arg(0), Key: model.Arg(1), Token: model.Arg(2), Options: model.Arg(4), Checks: pins},
		// func VerifyEncryptedWithHeaderValidator(alg Alg, key PublicKey, decrypt InjectFunc, token []byte, headerValidator HeaderValidator, validators ...TokenValidator) (*VerifiedToken, error)
		{Name: "VerifyEncryptedWithHeaderValidator", Does: model.Verifies, Method: model.Arg(0), Key: model.Arg(1), Token: model.Arg(3), Options: model.Arg(5), Checks: pins},
	}
}

// katarasKeysRows are about a set of keys by id, each with its algorithm.
func katarasKeysRows() []model.Func {
	return []model.Func{
		// func (keys Keys) VerifyToken(token []byte, claimsPtr interface{}, validators ...TokenValidator) error
		{Recv: "Keys", Name: "VerifyToken", Does: model.Verifies, Token: model.Arg(0), Claims: model.Arg(1), Options: model.Arg(2), Checks: []model.Claim{model.Alg}},
		// func (keys Keys) Register(alg Alg, kid string, pubKey PublicKey, privKey PrivateKey)
		{Recv: "Keys", Name: "Register", Does: model.GivesKey, Method: model.Arg(0), Key: model.Arg(2)},
	}
}

func katarasClaimsRows() []model.Func {
	return []model.Func{
		// func Decode(token []byte) (*UnverifiedToken, error)
		{Name: "Decode", Does: model.ParsesUnverified, Token: model.Arg(0)},
		// func (t *VerifiedToken) Claims(dest interface{}) error
		{Recv: "VerifiedToken", Name: "Claims", Does: model.DecodesClaims, Claims: model.Arg(0)},
	}
}

func katarasSignRows() []model.Func {
	return []model.Func{
		// func Sign(alg Alg, key PrivateKey, claims interface{}, opts ...SignOption) ([]byte, error)
		{Name: "Sign", Does: model.Signs, Method: model.Arg(0), Key: model.Arg(1), Claims: model.Arg(2)},
		// func SignEncrypted(alg Alg, key PrivateKey, encrypt InjectFunc, claims interface{}, opts ...SignOption) ([]byte, error)
		{Name: "SignEncrypted", Does: model.Signs, Method: model.Arg(0), Key: model.Arg(1), Claims: model.Arg(3)},
		// func SignWithHeader(alg Alg, key PrivateKey, claims interface{}, customHeader interface{}, opts ...SignOption) ([]byte, error)
		{Name: "SignWithHeader", Does: model.Signs, Method: model.Arg(0), Key: model.Arg(1), Claims: model.Arg(2)},
		// func SignEncryptedWithHeader(alg Alg, key PrivateKey, encrypt InjectFunc, claims interface{}, customHeader interface{}, opts ...SignOption) ([]byte, error)
		{Name: "SignEncryptedWithHeader", Does: model.Signs, Method: model.Arg(0), Key: model.Arg(1), Claims: model.Arg(3)},
	}
}

// katarasPEMRows are the parsers of keys. The functions that load one take the
// name of a file.
func katarasPEMRows() []model.Func {
	return []model.Func{
		// func ParsePrivateKeyRSA(key []byte) (*rsa.PrivateKey, error)
		{Name: "ParsePrivateKeyRSA", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.RSA},
		// func ParsePublicKeyRSA(key []byte) (*rsa.PublicKey, error)
		{Name: "ParsePublicKeyRSA", Does: model.ParsesKey, Key: model.Arg(0), Family: model.RSA},
		// func ParsePrivateKeyECDSA(key []byte) (*ecdsa.PrivateKey, error)
		{Name: "ParsePrivateKeyECDSA", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.ECDSA},
		// func ParsePublicKeyECDSA(key []byte) (*ecdsa.PublicKey, error)
		{Name: "ParsePublicKeyECDSA", Does: model.ParsesKey, Key: model.Arg(0), Family: model.ECDSA},
		// func ParsePrivateKeyEdDSA(key []byte) (ed25519.PrivateKey, error)
		{Name: "ParsePrivateKeyEdDSA", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.EdDSA},
		// func ParsePublicKeyEdDSA(key []byte) (ed25519.PublicKey, error)
		{Name: "ParsePublicKeyEdDSA", Does: model.ParsesKey, Key: model.Arg(0), Family: model.EdDSA},
	}
}

// katarasExpected are the fields that an Expected compares, if they are set; a
// list as a whole.
func katarasExpected() []model.Field {
	return []model.Field{
		// Issuer string
		{Type: "Expected", Name: "Issuer", Does: model.Enforces, Check: model.Iss, Empty: model.EmptyOff},
		// Subject string
		{Type: "Expected", Name: "Subject", Does: model.Enforces, Check: model.Sub, Empty: model.EmptyOff},
		// Audience Audience
		{Type: "Expected", Name: "Audience", Does: model.Enforces, Check: model.Aud, Empty: model.ListOff},
	}
}

// katarasVars are the algorithms.
func katarasVars() []model.Var {
	var out []model.Var
	for _, alg := range []string{
		"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
	} {
		// HS256 Alg = &algHMAC{"HS256", crypto.SHA256}
		out = append(out, model.Var{Name: alg, Method: alg})
	}
	return out
}

func katarasTypes() []model.Type {
	claims := registered("Claims", "")
	claims.Fields[model.Exp] = "Expiry"
	return []model.Type{
		claims,
		{Name: "Expected", Is: model.IsExpected},
		// What it holds are all the claims, in several forms.
		{Name: "VerifiedToken", Is: model.IsVerified},
		// Leeway, Future and the like look at times.
		{Name: "TokenValidatorFunc", Is: model.IsOption},
		{Name: "Blocklist", Is: model.IsOption},
	}
}

func katarasRemedies(audience, issuer string) map[model.Claim]string {
	return map[model.Claim]string{model.Aud: audience, model.Iss: issuer}
}

// irisJWT is iris's own middleware, on top of kataras/jwt. It has two traps: the
// validators that NewVerifier is given count only beside a blocklist, and only
// in the middleware; those given to Verify and VerifyToken always do.
var irisJWT = &model.Library{
	Name: "iris middleware/jwt", Modules: []string{"github.com/kataras/iris/v12"},
	Packages: []string{"github.com/kataras/iris/v12/middleware/jwt"},
	Oldest:   "v12.2.0-alpha9", Newest: "v12.2.11",
	Funcs: []model.Func{
		// func NewVerifier(signatureAlg Alg, signatureKey interface{}, validators ...TokenValidator) *Verifier
		{Name: "NewVerifier", Does: model.BuildsParser, Method: model.Arg(0), Key: model.Arg(1), Checks: []model.Claim{model.Alg}},
		// func (v *Verifier) WithDefaultBlocklist() *Verifier
		{Recv: "Verifier", Name: "WithDefaultBlocklist", Does: model.Carries, Settings: model.Recv, Sets: "Blocklist"},
		// func (v *Verifier) WithDecryption(key, additionalData []byte) *Verifier
		{Recv: "Verifier", Name: "WithDecryption", Does: model.Carries, Settings: model.Recv},
		// func (v *Verifier) Verify(claimsType func() interface{}, validators ...TokenValidator) context.Handler
		{Recv: "Verifier", Name: "Verify", Does: model.MakesMiddleware, Claims: model.Arg(0), Options: model.Arg(1), Checks: []model.Claim{model.Alg}},
		// func (v *Verifier) VerifyToken(token []byte, validators ...TokenValidator) (*VerifiedToken, error)
		{Recv: "Verifier", Name: "VerifyToken", Does: model.Verifies, Token: model.Arg(0), Options: model.Arg(1), Checks: []model.Claim{model.Alg}},
		// func Get(ctx *context.Context) interface{}
		{Name: "Get", Does: model.GetsClaim, Check: model.All},
		// func GetVerifiedToken(ctx *context.Context) *VerifiedToken
		{Name: "GetVerifiedToken", Does: model.GetsClaim, Check: model.All},
		// func NewSigner(signatureAlg Alg, signatureKey interface{}, maxAge time.Duration) *Signer
		{Name: "NewSigner", Does: model.Signs, Method: model.Arg(0), Key: model.Arg(1)},
	},
	Fill: func(lib *model.Library) {
		lib.Fields = append(katarasExpected(),
			// Blocklist Blocklist
			model.Field{Type: "Verifier", Name: "Blocklist", Does: model.Carries})
		lib.Vars = katarasVars()
		lib.Remedies = katarasRemedies("give Verify itself a jwt.Expected", "give Verify itself a jwt.Expected")
	},
	Types: []model.Type{
		{Name: "Verifier", Is: model.IsParser},
	},
	Hook: model.Hook{Name: "Validate"},
}
