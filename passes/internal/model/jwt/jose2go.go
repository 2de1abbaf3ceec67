package jwt

import "github.com/jwtvet/jwtvet/passes/internal/model"

// jose2go takes the algorithm from the token's header, and the key itself or a
// function that has seen the header: Alg makes one that pins. Claims are
// nothing to it: what it returns is text. Before v1.10.0 HMAC ignored a key
// that is no []byte and compared the signature with nothing.
var jose2go = &model.Library{
	Name: "jose2go", Modules: []string{"github.com/dvsekhvalnov/jose2go"},
	Packages: []string{
		"github.com/dvsekhvalnov/jose2go", "github.com/dvsekhvalnov/jose2go/keys/rsa", "github.com/dvsekhvalnov/jose2go/keys/ecc",
	},
	Oldest: "v1.5.0", Newest: "v1.11.0",
	Funcs: []model.Func{
		// func Decode(token string, key interface{}) (string, map[string]interface{}, error)
		{Name: "Decode", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1), Claims: model.Result(0)},
		// func DecodeBytes(token string, key interface{}) ([]byte, map[string]interface{}, error)
		{Name: "DecodeBytes", Does: model.Verifies, Token: model.Arg(0), Key: model.Arg(1), Claims: model.Result(0)},
		// func Alg(key interface{}, jws string) func(headers map[string]interface{}, payload string) interface{}
		{Name: "Alg", Does: model.PinsKey, Key: model.Arg(0), Method: model.Arg(1), Since: "v1.6.0"},
		// func Enc(key interface{}, jwa string, jwe string) func(headers map[string]interface{}, payload string) interface{}
		{Name: "Enc", Does: model.PinsKey, Key: model.Arg(0), Method: model.Arg(1), Since: "v1.6.0"},
		// func Sign(payload string, signingAlg string, key interface{}, options ...func(*JoseConfig)) (token string, err error)
		{Name: "Sign", Does: model.Signs, Claims: model.Arg(0), Method: model.Arg(1), Key: model.Arg(2)},
		// func SignBytes(payload []byte, signingAlg string, key interface{}, options ...func(*JoseConfig)) (token string, err error)
		{Name: "SignBytes", Does: model.Signs, Claims: model.Arg(0), Method: model.Arg(1), Key: model.Arg(2)},
		// func ReadPrivate(raw []byte) (key *rsa.PrivateKey, err error)
		{Pkg: "rsa", Name: "ReadPrivate", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.RSA},
		// func ReadPublic(raw []byte) (key *rsa.PublicKey, err error)
		{Pkg: "rsa", Name: "ReadPublic", Does: model.ParsesKey, Key: model.Arg(0), Family: model.RSA},
		// func ReadPrivate(raw []byte) (key *ecdsa.PrivateKey, err error)
		{Pkg: "ecc", Name: "ReadPrivate", Does: model.ParsesKey, Key: model.Arg(0), Private: true, Family: model.ECDSA},
		// func ReadPublic(raw []byte) (key *ecdsa.PublicKey, err error)
		{Pkg: "ecc", Name: "ReadPublic", Does: model.ParsesKey, Key: model.Arg(0), Family: model.ECDSA},
	},
	Callback:   true,
	NilIsNone:  true,
	LooseUntil: "v1.10.0",
	Fill: func(lib *model.Library) {
		lib.Remedies = map[model.Claim]string{
			model.Alg: "give Decode the key in jose.Alg",
			model.Aud: "compare aud in the payload",
			model.Iss: "compare iss in the payload",
		}
	},
}
