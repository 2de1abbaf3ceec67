package assertion

import (
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

// OfRequest has the claims filled by an option.
func OfRequest(r *http.Request) (string, error) {
	claims := jwt.MapClaims{}
	_, err := request.ParseFromRequest(r, request.OAuth2Extractor, keyfunc, request.WithClaims(&claims))
	if err != nil {
		return "", err
	}
	return claims["desk"].(string), nil // want `claim desk is taken for string unchecked`
}

// OfRequestSafely refuses other types.
func OfRequestSafely(r *http.Request) (string, error) {
	claims := jwt.MapClaims{}
	_, err := request.ParseFromRequest(r, request.OAuth2Extractor, keyfunc, request.WithClaims(&claims))
	if err != nil {
		return "", err
	}
	desk, ok := claims["desk"].(string)
	if !ok {
		return "", errors.New("no desk")
	}
	return desk, nil
}
