// Package literal signs with texts that stand at the signing call or in a
// constant.
package literal

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const (
	sessionKey = "correct-horse-battery-staple"   // want "jwtkey/hardcoded"
	joined     = "billing-" + "service-" + "hmac" // want "jwtkey/hardcoded"
)

func claims(user string) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

// Inline has the text where it signs.
func Inline(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(user)).SignedString([]byte("s3cr3t")) // want "jwtkey/hardcoded"
}

// Login signs with the constant and Check verifies with it: one finding.
func Login(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims(r.FormValue("user"))).SignedString([]byte(sessionKey))
	if err != nil {
		http.Error(w, "cannot sign", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(token))
}

func Check(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(sessionKey), nil }, jwt.WithValidMethods([]string{"HS256"}))
}

// Constants can be joined at compile time.
func Joined(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS384, claims(user)).SignedString([]byte(joined))
}

// Grown is joined at run time from two texts; the finding stands at the first.
func Grown(user string) (string, error) {
	key := "invoice-" // want "jwtkey/hardcoded"
	key += "signing-key"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(user)).SignedString([]byte(key))
}

// Bytes are a text too.
func Bytes(user string) (string, error) {
	key := []byte{0x6b, 0x65, 0x79, 0x2d, 0x6f, 0x66, 0x2d, 0x74, 0x68, 0x65, 0x2d, 0x64, 0x6f, 0x6f, 0x72, 0x21} // want "jwtkey/hardcoded"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(user)).SignedString(key)
}
