// Package lenient switches checks off, or does not ask for their outcome.
package lenient

import (
	"net/http"
	"os"

	old "github.com/dgrijalva/jwt-go"
	"github.com/go-chi/chi/v5"
	auth1 "github.com/go-chi/jwtauth"
	"github.com/go-chi/jwtauth/v5"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Vulnerable lets everybody in.
func Vulnerable(handler http.HandlerFunc) http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(jwtauth.New("HS256", secret(), nil))) // want `jwtauth.Verifier refuses no request.*put Authenticator behind it \(jwtverify/not-enforced\)`
	r.Get("/behind", handler)
	return r
}

// VulnerableFirst does so with the first releases.
func VulnerableFirst(handler http.HandlerFunc) http.Handler {
	return auth1.Verifier(auth1.New("HS256", secret(), nil))(handler) // want `\(jwtverify/not-enforced\)`
}

// Age accepts tokens of any age.
func Age(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret(), nil }, // want `WithoutClaimsValidation makes jwt.ParseWithClaims accept old tokens.*\(jwtverify/validation-off\)`
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())
	return claims.Subject, err
}

// Age4 has the option on a parser.
func Age4(raw string) (string, error) {
	claims := &v4.RegisteredClaims{}
	parser := v4.NewParser(v4.WithoutClaimsValidation())
	_, err := parser.ParseWithClaims(raw, claims, func(*v4.Token) (any, error) { return secret(), nil }) // want `\(jwtverify/validation-off\)`
	return claims.Subject, err
}

// AgeOld has it as a field.
func AgeOld(raw string) (string, error) {
	claims := &old.StandardClaims{}
	parser := &old.Parser{SkipClaimsValidation: true}
	_, err := parser.ParseWithClaims(raw, claims, func(*old.Token) (any, error) { return secret(), nil }) // want `SkipClaimsValidation makes jwt.ParseWithClaims accept old tokens.*\(jwtverify/validation-off\)`
	return claims.Subject, err
}

// AgeJWX says so in so many words.
func AgeJWX(raw string) (string, error) {
	token, err := jwx.ParseString(raw, jwx.WithKey(jwa.HS256, secret()), jwx.WithValidate(false)) // want `WithValidate makes jwt.ParseString accept old tokens.*\(jwtverify/validation-off\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// owner is asked by those who end a session only: an old token ends it as well.
func owner(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret(), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())
	return claims.Subject, err
}

// Logout ends the session of a token.
func Logout(raw string, end func(string)) error {
	who, err := owner(raw)
	if err != nil {
		return err
	}
	end(who)
	return nil
}

// holder is asked by one that lets in, too.
func holder(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret(), nil }, // want `\(jwtverify/validation-off\)`
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())
	return claims.Subject, err
}

// Revoke ends it.
func Revoke(raw string) (string, error) { return holder(raw) }

// Enter begins it.
func Enter(raw string) (string, error) { return holder(raw) }

// Peeked is silent: the first look has no signature to believe, and what it finds
// is read again from the same text.
func Peeked(raw string, secretOf func(issuer string) []byte) (string, error) {
	seen, err := jwx.ParseString(raw, jwx.WithVerify(false), jwx.WithValidate(false))
	if err != nil {
		return "", err
	}
	token, err := jwx.ParseString(raw, jwx.WithKey(jwa.HS256, secretOf(seen.Issuer())))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
