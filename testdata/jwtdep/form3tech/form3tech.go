// Package form3tech imports a fork that was given up in favour of another. No
// fault of it is known; nobody looks for any.
package form3tech

import "github.com/form3tech-oss/jwt-go" // want `^form3tech-oss/jwt-go is maintained no longer \(new faults stay\); move to github\.com/golang-jwt/jwt/v5 \(jwtdep/abandoned\)$`

// Claims are those of a token.
type Claims struct{ jwt.StandardClaims }
