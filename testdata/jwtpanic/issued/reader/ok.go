// Package reader reads tokens that an imported package issues.
package reader

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtpanic/issued"
)

// Renew takes the ID out of the claims of a verified token.
func Renew(claims jwt.MapClaims) (string, error) {
	return issued.Refresh(int(claims["id"].(float64)))
}
