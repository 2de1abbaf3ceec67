package private

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Everybody may see a public key.
const publicPEM = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmmDJ8vs1JuOP0j5jRTKx
31QgbuXvrv1u/uLPJThv/Eu7gPdmR7+8pot75eFidS8TpQAcvbaM5JBK7bxBX9xc
OW4IrqWsiB7FEhSFU94y+HHjKKACDKyc30Xp8H9qFbur5yyvY9gPj0sketgD2kRJ
IVqG+Wfxe4xwjN1l0yVfTGOJwizeHanwW5tEjnrNt7TpD13vAoAi4ic+h2306vdJ
6nCG2raS9afCqyiYLY5EEdRV5+/aGopCFxW5iSjUsPkXGx/xagI0og2WIv4P62tD
b7hEKCqUTaIDHMlytSWts5WiDwJU4bT2/OFb/Aww1Z7k2VvQ8jpt5MzG8OlD0hk6
bwIDAQAB
-----END PUBLIC KEY-----
`

// Verified uses the public key.
func Verified(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return jwt.ParseRSAPublicKeyFromPEM([]byte(publicPEM))
	}, jwt.WithValidMethods([]string{"RS256"}))
}

// Mounted reads the private key from a file; the file's name is no key.
func Mounted(user string) (string, error) {
	text, err := os.ReadFile("/run/secrets/signing.pem")
	if err != nil {
		return "", err
	}
	key, err := jwt.ParseRSAPrivateKeyFromPEM(text)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(key)
}
