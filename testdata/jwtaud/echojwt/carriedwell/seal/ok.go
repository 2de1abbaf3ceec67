// Package seal has claims with an audience of their own.
package seal

import "github.com/golang-jwt/jwt/v5"

// Seal names one receiver.
type Seal struct {
	jwt.RegisteredClaims
	For string `json:"aud"`
}
