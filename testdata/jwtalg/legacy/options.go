package legacy

import (
	"net/http"

	preview "github.com/dgrijalva/jwt-go/v4"
	four "github.com/golang-jwt/jwt/v4"
	fourrequest "github.com/golang-jwt/jwt/v4/request"

	"example.com/fixtures/jwtalg/confusable"
)

func fourKey(*four.Token) (interface{}, error) { return stationKey(), nil }

func previewKey(*preview.Token) (interface{}, error) { return stationKey(), nil }

func Four(raw string) (*four.Token, error) {
	return four.Parse(raw, fourKey) // want `\(jwtalg/unpinned\)`
}

func FourParser(raw string) (*four.Token, error) {
	return four.NewParser(four.WithJSONNumber()).Parse(raw, fourKey) // want `\(jwtalg/unpinned\)`
}

func FourRequest(r *http.Request) (*four.Token, error) {
	return fourrequest.ParseFromRequest(r, fourrequest.OAuth2Extractor, fourKey) // want `\(jwtalg/unpinned\)`
}

// VulnerableFour takes nil for a list.
func VulnerableFour(raw string) error {
	_, err := four.Parse(raw, fourKey, four.WithValidMethods(nil)) // want `\(jwtalg/empty-list\)`
	return err
}

// CorrectedFour lists one method.
func CorrectedFour(raw string) error {
	_, err := four.Parse(raw, fourKey, four.WithValidMethods([]string{four.SigningMethodHS256.Name}))
	return err
}

func Preview(raw string) (*preview.Token, error) {
	return preview.Parse(raw, previewKey) // want `\(jwtalg/unpinned\)`
}

// VulnerablePreview takes nil for a list.
func VulnerablePreview(raw string) error {
	_, err := preview.Parse(raw, previewKey, preview.WithValidMethods(nil)) // want `\(jwtalg/empty-list\)`
	return err
}

// CorrectedPreview lists one method.
func CorrectedPreview(raw string) error {
	_, err := preview.Parse(raw, previewKey, preview.WithValidMethods([]string{"HS256"}))
	return err
}

// VulnerablePreviewPEM returns a public key as text.
func VulnerablePreviewPEM(raw string) error {
	_, err := preview.Parse(raw, func(*preview.Token) (interface{}, error) { // want `\(jwtalg/confusable\)`
		return []byte(confusable.PublicPEM), nil
	})
	return err
}

// CorrectedPreviewPEM names the method beside the key.
func CorrectedPreviewPEM(raw string) error {
	key, err := preview.ParseRSAPublicKeyFromPEM([]byte(confusable.PublicPEM))
	if err != nil {
		return err
	}
	_, err = preview.Parse(raw, preview.KnownKeyfunc(preview.SigningMethodRS256, key))
	return err
}

// VulnerableMixed lists methods of both families beside a text.
func VulnerableMixed(raw string) error {
	_, err := four.Parse(raw, func(*four.Token) (interface{}, error) { // want `\(jwtalg/confusable\)`
		return []byte(confusable.PublicPEM), nil
	}, four.WithValidMethods([]string{"RS256", "HS256"}))
	return err
}

// CorrectedMixed lists those of the key's own family, and parses it.
func CorrectedMixed(raw string) error {
	_, err := four.Parse(raw, func(*four.Token) (interface{}, error) {
		return four.ParseRSAPublicKeyFromPEM([]byte(confusable.PublicPEM))
	}, four.WithValidMethods([]string{"RS256", "PS256"}))
	return err
}
