package malformed

import "github.com/golang-jwt/jwt/v5"

func Last(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

// want +1 `names no rule .* \(jwtignore/malformed\)`
//jwtvet:ignore