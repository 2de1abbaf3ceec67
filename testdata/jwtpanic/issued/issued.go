// Package issued verifies the tokens that it issues. What every one of them has
// can be relied on.
package issued

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func keyfunc(*jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil }

// Issue writes a token for a user; the role only if there is one.
func Issue(id int, name, role string) (string, error) {
	claims := jwt.MapClaims{"id": id, "name": name, "exp": time.Now().Add(time.Hour).Unix()}
	if role != "" {
		claims["role"] = role
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("KEY")))
}

// Refresh writes another kind of token.
func Refresh(id int) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["id"] = id
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token.SignedString([]byte(os.Getenv("KEY")))
}

// Read relies on what both kinds have, and on what only one has.
func Read(raw string) (float64, string, string, error) {
	token, err := jwt.Parse(raw, keyfunc)
	if err != nil {
		return 0, "", "", err
	}
	claims := token.Claims.(jwt.MapClaims)
	_ = claims["exp"].(float64)
	_ = claims["id"].(string)       // want `claim id is taken for string`
	name := claims["name"].(string) // want `claim name is taken for string`
	role := claims["role"].(string) // want `claim role is taken for string`
	return claims["id"].(float64), name, role, nil
}
