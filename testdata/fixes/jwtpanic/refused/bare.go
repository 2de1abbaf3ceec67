package refused

import "github.com/golang-jwt/jwt/v5"

// Bare has no package that makes errors.
func Bare(claims jwt.MapClaims) (string, error) {
	name := claims["name"].(string) // want `jwtpanic/assertion`
	return name, nil
}
