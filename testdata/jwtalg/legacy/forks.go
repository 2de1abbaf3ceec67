package legacy

import (
	"net/http"

	form3 "github.com/form3tech-oss/jwt-go"
	form3request "github.com/form3tech-oss/jwt-go/request"
	three "github.com/golang-jwt/jwt"
	threerequest "github.com/golang-jwt/jwt/request"

	"example.com/fixtures/jwtalg/confusable"
)

func form3Key(*form3.Token) (interface{}, error) { return stationKey(), nil }

func threeKey(*three.Token) (interface{}, error) { return stationKey(), nil }

func Form3(raw string) (*form3.Token, error) {
	return form3.ParseWithClaims(raw, form3.MapClaims{}, form3Key) // want `\(jwtalg/unpinned\)`
}

func Form3Request(r *http.Request) (*form3.Token, error) {
	return form3request.ParseFromRequest(r, form3request.AuthorizationHeaderExtractor, form3Key) // want `\(jwtalg/unpinned\)`
}

func Three(raw string) (*three.Token, error) {
	return new(three.Parser).Parse(raw, threeKey) // want `\(jwtalg/unpinned\)`
}

func ThreeRequest(r *http.Request) (*three.Token, error) {
	return threerequest.ParseFromRequest(r, threerequest.AuthorizationHeaderExtractor, threeKey) // want `\(jwtalg/unpinned\)`
}

// VulnerableForm3PEM returns a public key as text.
func VulnerableForm3PEM(raw string) error {
	_, err := form3.Parse(raw, func(*form3.Token) (interface{}, error) { // want `\(jwtalg/confusable\)`
		return []byte(confusable.PublicPEM), nil
	})
	return err
}

// CorrectedForm3PEM parses it, so that no HMAC method takes it.
func CorrectedForm3PEM(raw string) error {
	_, err := form3.Parse(raw, func(t *form3.Token) (interface{}, error) {
		if _, ok := t.Method.(*form3.SigningMethodRSA); !ok {
			return nil, errStation
		}
		return form3.ParseRSAPublicKeyFromPEM([]byte(confusable.PublicPEM))
	})
	return err
}

// VulnerableThreePEM has one branch for each kind, of one material.
func VulnerableThreePEM(raw string) error {
	_, err := three.Parse(raw, func(t *three.Token) (interface{}, error) { // want `\(jwtalg/confusable\)`
		if _, ok := t.Method.(*three.SigningMethodRSA); ok {
			return three.ParseRSAPublicKeyFromPEM([]byte(confusable.PublicPEM))
		}
		return []byte(confusable.PublicPEM), nil
	})
	return err
}

// CorrectedThreePEM names the methods in the parser.
func CorrectedThreePEM(raw string) error {
	p := &three.Parser{ValidMethods: []string{"RS256", "RS512"}}
	_, err := p.Parse(raw, func(*three.Token) (interface{}, error) {
		return three.ParseRSAPublicKeyFromPEM([]byte(confusable.PublicPEM))
	})
	return err
}
