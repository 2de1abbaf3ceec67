// Package wholefile silences rules in files.
package wholefile

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

//jwtvet:file-ignore jwtaud,jwtiss/missing the gateway looks at them

var methods = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("SHOP_KEY")), nil }

func First(raw string) (*jwt.Token, error) { return jwt.Parse(raw, key, methods) }

func Second(raw string) (*jwt.Token, error) { return jwt.Parse(raw, key) } // want `\(jwtalg/unpinned\)`
