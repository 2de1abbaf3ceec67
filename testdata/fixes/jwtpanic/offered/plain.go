package offered

import (
	"fmt"

	"github.com/golang-jwt/jwt/v5"
)

// Greet makes errors with another package.
func Greet(claims jwt.MapClaims) error {
	if len(claims) > 0 {
		name := claims["name"].(string) // want `jwtpanic/assertion`
		fmt.Println(name)
	}
	return nil
}
