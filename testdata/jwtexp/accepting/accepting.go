// Package accepting verifies tokens that may have no exp, or have had one for
// long.
package accepting

import (
	"errors"
	"os"
	"time"

	preview "github.com/dgrijalva/jwt-go/v4"
	jose "github.com/go-jose/go-jose/v3"
	jose3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwx3 "github.com/lestrrat-go/jwx/v3/jwt"
)

func deskKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

func key(*jwt.Token) (any, error) { return deskKey(), nil }

func VulnerableParse(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, &claims, key, jwt.WithValidMethods([]string{"HS256"})) // want `tokens without exp are accepted .*add WithExpirationRequired \(jwtexp/not-required\)`
	return claims.Subject, err
}

func VulnerableMap(raw string) (any, error) {
	token, err := jwt.Parse(raw, key) // want `\(jwtexp/not-required\)`
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt.MapClaims)["sub"], nil
}

func VulnerableJwx(raw []byte) (string, error) {
	token, err := jwx.Parse(raw, jwx.WithKey(jwa.HS256, deskKey())) // want `refuse claims without it \(jwtexp/not-required\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func VulnerableLeeway(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	parser := jwt.NewParser(jwt.WithLeeway(time.Hour), jwt.WithExpirationRequired()) // want `expired tokens pass for another 1h .*\(jwtexp/leeway\)`
	_, err := parser.ParseWithClaims(raw, &claims, key)
	return claims.Subject, err
}

func VulnerableSkew(raw []byte) (string, error) {
	token, err := jwx3.Parse(raw, jwx3.WithKey(jwa3.HS256(), deskKey()), jwx3.WithRequiredClaim("exp"),
		jwx3.WithAcceptableSkew(10*time.Minute)) // want `another 10m`
	if err != nil {
		return "", err
	}
	user, _ := token.Subject()
	return user, nil
}

func VulnerableJoseLeeway(raw string) (string, error) {
	token, err := jose3.ParseSigned(raw)
	if err != nil {
		return "", err
	}
	if token.Headers[0].Algorithm != string(jose.HS256) {
		return "", errors.New("other algorithm")
	}
	var claims jose3.Claims
	if err := token.Claims(deskKey(), &claims); err != nil { // want `\(jwtexp/not-required\)`
		return "", err
	}
	return claims.Subject, claims.ValidateWithLeeway(jose3.Expected{Issuer: "desk"}, 48*time.Hour) // want `another 2 days`
}

func previewOption() preview.ParserOption {
	return preview.WithLeeway(30 * time.Minute) // want `another 30m`
}

func FixedRequired(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, &claims, key, jwt.WithExpirationRequired(), jwt.WithLeeway(time.Minute))
	return claims.Subject, err
}

func FixedNil(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, &claims, key); err != nil {
		return "", err
	}
	if claims.ExpiresAt == nil {
		return "", errors.New("no exp")
	}
	return claims.Subject, nil
}

func FixedLookup(raw string) (any, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return "", err
	}
	if _, ok := claims["exp"]; !ok {
		return "", errors.New("no exp")
	}
	return claims["sub"], nil
}

func FixedNumber(raw string) (any, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return "", err
	}
	exp, ok := claims["exp"].(float64)
	if !ok || time.Now().Unix() > int64(exp) {
		return "", errors.New("no exp")
	}
	return claims["sub"], nil
}

func FixedJwx(raw []byte) (string, error) {
	token, err := jwx.Parse(raw, jwx.WithKey(jwa.HS256, deskKey()), jwx.WithRequiredClaim(jwx.ExpirationKey))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func FixedSkew(raw []byte, skew time.Duration) (string, error) {
	token, err := jwx.Parse(raw, jwx.WithKey(jwa.HS256, deskKey()), jwx.WithRequiredClaim(jwx.ExpirationKey), jwx.WithAcceptableSkew(skew))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

var _ = previewOption
