// Package typed issues a struct and reads a map.
package typed

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	UserID int    `json:"user_id"`
	Team   string `json:"team,omitempty"`
	jwt.RegisteredClaims
}

// Issue writes a token for a user.
func Issue(id int) (string, error) {
	return sign(claims{UserID: id, RegisteredClaims: registered(id)})
}

func registered(id int) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{Subject: string(rune(id)), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

func sign(c claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(os.Getenv("KEY")))
}

// Read relies on the fields that are always written.
func Read(m jwt.MapClaims) (string, float64, string) {
	_ = m["exp"].(float64)
	id := m["iss"].(string)    // want `claim iss is taken for string`
	team := m["team"].(string) // want `claim team is taken for string`
	return m["sub"].(string) + id, m["user_id"].(float64), team
}
