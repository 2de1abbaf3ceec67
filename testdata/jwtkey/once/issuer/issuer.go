// Package issuer signs with keys of its own that others use too.
package issuer

import "github.com/golang-jwt/jwt/v5"

// Secret signs sessions.
const Secret = "known-to-all" // want `\(jwtkey/hardcoded\)`

// Key signs invitations.
var Key = []byte("known-as-well") // want `\(jwtkey/hardcoded\)`

func Session(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(Secret))
}

func Invitation(mail string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": mail}).SignedString(Key)
}
