// Package legacy verifies under the older majors and the forks, where the list
// of valid methods is a field of the parser or does not exist.
package legacy

import (
	"net/http"
	"os"

	dgrijalva "github.com/dgrijalva/jwt-go"
	"github.com/dgrijalva/jwt-go/request"
)

func stationKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

func dgrijalvaKey(*dgrijalva.Token) (interface{}, error) { return stationKey(), nil }

func Dgrijalva(raw string) (*dgrijalva.Token, error) {
	return dgrijalva.Parse(raw, dgrijalvaKey) // want `a \[\]byte key works with any HS\* method.*set ValidMethods of a Parser \(jwtalg/unpinned\)`
}

// A parser that says something else than which methods are valid.
func DgrijalvaParser(raw string) (*dgrijalva.Token, error) {
	p := &dgrijalva.Parser{UseJSONNumber: true}
	return p.ParseWithClaims(raw, &dgrijalva.StandardClaims{}, dgrijalvaKey) // want `\(jwtalg/unpinned\)`
}

func DgrijalvaRequest(r *http.Request) (*dgrijalva.Token, error) {
	return request.ParseFromRequest(r, request.OAuth2Extractor, dgrijalvaKey) // want `\(jwtalg/unpinned\)`
}

func DgrijalvaRequestParser(r *http.Request) (*dgrijalva.Token, error) {
	return request.ParseFromRequest(r, request.OAuth2Extractor, dgrijalvaKey, request.WithParser(&dgrijalva.Parser{})) // want `\(jwtalg/unpinned\)`
}

func DgrijalvaRequestClaims(r *http.Request) (*dgrijalva.Token, error) {
	return request.ParseFromRequestWithClaims(r, request.OAuth2Extractor, dgrijalva.MapClaims{}, dgrijalvaKey) // want `\(jwtalg/unpinned\)`
}

// CorrectedField fills the list.
func CorrectedField(raw string) error {
	p := dgrijalva.Parser{ValidMethods: []string{"HS256"}}
	_, err := p.Parse(raw, dgrijalvaKey)
	return err
}

// VulnerableNone returns the key that admits unsigned tokens.
func VulnerableNone(raw string) error {
	_, err := dgrijalva.Parse(raw, func(t *dgrijalva.Token) (interface{}, error) { // want `\(jwtalg/none\)`
		if t.Method == dgrijalva.SigningMethodNone {
			return dgrijalva.UnsafeAllowNoneSignatureType, nil
		}
		return stationKey(), nil
	})
	return err
}

func DgrijalvaIssue() (string, error) {
	t := dgrijalva.NewWithClaims(dgrijalva.SigningMethodNone, dgrijalva.MapClaims{}) // want `\(jwtalg/none\)`
	return t.SignedString(dgrijalva.UnsafeAllowNoneSignatureType)
}
