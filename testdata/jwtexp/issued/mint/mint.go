// Package mint issues tokens for others.
package mint

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Token issues a token for as long as its caller says.
func Token(user string, life time.Duration, key []byte) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Sign issues a token with the claims of its caller.
func Sign(claims jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Long builds claims for a week.
func Long(user string) jwt.Claims {
	return &jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(7 * 24 * time.Hour))}
}

// Short builds claims for an hour.
func Short(user string) jwt.Claims {
	return jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

// Perhaps builds claims that expire if it is given a number of seconds.
func Perhaps(user string, seconds int64) jwt.Claims {
	claims := jwt.RegisteredClaims{Subject: user}
	if seconds > 0 {
		claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Duration(seconds) * time.Second))
	}
	return claims
}
