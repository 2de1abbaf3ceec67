package assertion

import "github.com/golang-jwt/jwt/v5"

// Checked uses the two-value form, or has made sure on the way.
func Checked(claims jwt.MapClaims) (string, error) {
	name, ok := claims["name"].(string)
	if !ok {
		return "", errRefused
	}
	if _, ok := claims["email"].(string); !ok {
		return "", errRefused
	}
	return name + claims["email"].(string), nil
}

// Kinds looks at the type first.
func Kinds(claims jwt.MapClaims) string {
	switch v := claims["aud"].(type) {
	case string:
		return v
	case []any:
		return ""
	}
	id, ok := claims["id"]
	if _, isText := id.(string); ok && isText {
		return id.(string)
	}
	return ""
}

// Parsed asserts what was parsed.
func Parsed(raw string) (*Custom, error) {
	token, err := jwt.ParseWithClaims(raw, &Custom{}, keyfunc)
	if err != nil {
		return nil, err
	}
	return token.Claims.(*Custom), nil
}

// Tolerant stops the panic.
func Tolerant(claims jwt.MapClaims) (name string) {
	defer func() { _ = recover() }()
	return claims["name"].(string)
}

// Required: the verification refuses tokens without a subject of that name and
// an expiry.
func Required(raw string) (string, float64, error) {
	token, err := jwt.Parse(raw, keyfunc, jwt.WithSubject("desk"), jwt.WithExpirationRequired())
	if err != nil {
		return "", 0, err
	}
	claims := token.Claims.(jwt.MapClaims)
	return claims["sub"].(string), claims["exp"].(float64), nil
}

// Built is a map of the program's own.
func Built() string {
	claims := jwt.MapClaims{"sub": "desk"}
	return claims["sub"].(string)
}
