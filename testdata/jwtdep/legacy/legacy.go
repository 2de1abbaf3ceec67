// Package legacy imports golang-jwt as it was before it had a module of its own.
package legacy

import "github.com/golang-jwt/jwt" // want `^golang-jwt v3\.2\.2 has GO-2025-3553 \(parsing exhausts the memory\); move to github\.com/golang-jwt/jwt/v5 \(jwtdep/vulnerable\)$`

// Claims are those of a token.
type Claims struct{ jwt.StandardClaims }
