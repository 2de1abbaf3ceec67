package jwx

import (
	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jwk"
	"github.com/lestrrat-go/jwx/jws"
	"github.com/lestrrat-go/jwx/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

// VulnerablePublic1 takes the text of a public key for a secret.
func VulnerablePublic1(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, []byte(confusable.PublicPEM))) // want `\(jwtalg/confusable\)`
	return err
}

// CorrectedPublic1 has the key itself.
func CorrectedPublic1(raw string) error {
	key, err := jwk.ParseKey([]byte(confusable.PublicPEM), jwk.WithPEM(true))
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithVerify(jwa.RS256, key))
	return err
}

// header1 believes the header.
func header1(raw []byte) (jwt.Token, error) {
	message, err := jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	alg := message.Signatures()[0].ProtectedHeaders().Algorithm()
	return jwt.Parse(raw, jwt.WithVerify(alg, secret())) // want `\(jwtalg/unpinned\)`
}

func set1(raw []byte, set jwk.Set) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKeySet(set), jwt.UseDefaultKey(true))
}
