// Package libraries refuses what other libraries do not verify.
package libraries

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	jose "github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v4"
	"github.com/lestrrat-go/jwx/v3/jwa"
	jwx "github.com/lestrrat-go/jwx/v3/jwt"
)

// VulnerableJWX has a key for one algorithm.
func VulnerableJWX(next http.Handler, secret []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwx.ParseRequest(r, jwx.WithKey(jwa.HS256(), secret)) // want `a forged token is refused.*\(jwtaudit/silent\)`
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		if iss, ok := token.Issuer(); !ok || iss != "https://login.example.com" { // want `another iss is refused`
			http.Error(w, "another issuer", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// JWX logs.
func JWX(next http.Handler, secret []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.ParseRequest(r, jwx.WithKey(jwa.HS256(), secret)); err != nil {
			log.Print(err)
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// VulnerableJose parses, verifies and validates in three steps. That the text is
// no token at all is no mismatch.
func VulnerableJose(w http.ResponseWriter, r *http.Request, secret []byte) {
	token, err := josejwt.ParseSigned(r.Header.Get("Authorization"), []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	var claims josejwt.Claims
	if err := token.Claims(secret, &claims); err != nil { // want `a forged token is refused`
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	if err := claims.Validate(josejwt.Expected{Issuer: "https://login.example.com"}); err != nil { // want `another iss is refused`
		http.Error(w, "another issuer", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Jose logs, and is silent about old tokens alone.
func Jose(w http.ResponseWriter, r *http.Request, secret []byte, token *josejwt.JSONWebToken) {
	var claims josejwt.Claims
	if err := token.Claims(secret, &claims); err != nil {
		log.Print(err)
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	if err := claims.Validate(josejwt.Expected{Time: time.Now()}); err != nil {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// VulnerableOIDC has a verifier.
func VulnerableOIDC(w http.ResponseWriter, r *http.Request, verifier *oidc.IDTokenVerifier) {
	if _, err := verifier.Verify(context.Background(), r.FormValue("id_token")); err != nil { // want `a forged token is refused`
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// VulnerableOlder asks for one claim.
func VulnerableOlder(w http.ResponseWriter, r *http.Request, claims *jwt.RegisteredClaims) {
	if !claims.VerifyAudience("desk", true) { // want `another aud is refused`
		http.Error(w, "another audience", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}
