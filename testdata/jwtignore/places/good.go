package places

import "github.com/golang-jwt/jwt/v5"

// Nothing here is found, and nothing has to be silenced: prose such as
//
//	//jwtvet:ignore jwtaud the gateway looks at it
//
// jwtvet: is a name, and what follows it here no directive.
func Checked(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer, jwt.WithAudience("shop"))
}
