package legacy

import "github.com/dgrijalva/jwt-go"

var old = []byte("key-under-dgrijalva") // want "jwtkey/hardcoded"

func SignOld(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(old)
}

func ParseOld(raw string) (*jwt.Token, error) {
	p := jwt.Parser{ValidMethods: []string{"HS256"}}
	return p.Parse(raw, func(*jwt.Token) (interface{}, error) {
		return []byte("verifies-under-dgrijalva"), nil // want "jwtkey/hardcoded"
	})
}
