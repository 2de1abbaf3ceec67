package confusable

import "github.com/golang-jwt/jwt/v5"

// One family only: the list decides before the keyfunc is asked.
func (k *Keys) Symmetric(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, k.choose, jwt.WithValidMethods([]string{"HS256", "HS512"}))
}

func (k *Keys) choose(t *jwt.Token) (any, error) {
	if t.Method.Alg() == "HS256" {
		return k.secret, nil
	}
	return k.public, nil
}

// An RSA key verifies no HMAC, whatever the list says.
func (k *Keys) PublicOnly(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return k.public, nil },
		jwt.WithValidMethods([]string{"RS256", "HS256"}))
}
