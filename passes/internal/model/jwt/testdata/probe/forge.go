// Package forge makes tokens by hand, without any JWT library, so that a
// probe cannot agree with the library's own mistakes.
package forge

import (
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"hash"
	"math/big"
	"strings"
)

// Secret is the key that the probes verify with.
var Secret = []byte("a secret of thirty-two characters")

// Kid names the key of the key sets.
const Kid = "k"

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// text is what a token's signature is made of.
func text(alg, kid, claims string) string {
	header := fmt.Sprintf(`{"alg":%q,"typ":"JWT"}`, alg)
	if kid != "" {
		header = fmt.Sprintf(`{"alg":%q,"typ":"JWT","kid":%q}`, alg, kid)
	}
	return encode([]byte(header)) + "." + encode([]byte(claims))
}

func mac(h func() hash.Hash, text string, key []byte) string {
	m := hmac.New(h, key)
	m.Write([]byte(text))
	return text + "." + encode(m.Sum(nil))
}

// HS256 is a good token with the claims given as JSON.
func HS256(claims string) string { return mac(sha256.New, text("HS256", "", claims), Secret) }

// HS512 is the same with another algorithm.
func HS512(claims string) string { return mac(sha512.New, text("HS512", "", claims), Secret) }

// Keyless is the same, signed with no key at all.
func Keyless(claims string) string { return mac(sha256.New, text("HS256", "", claims), nil) }

// Named is an HS256 token that names its key.
func Named(claims string) string { return mac(sha256.New, text("HS256", Kid, claims), Secret) }

// NamedHS512 is the same with another algorithm.
func NamedHS512(claims string) string { return mac(sha512.New, text("HS512", Kid, claims), Secret) }

// Encoded is a key as a JWK holds it.
func Encoded(key []byte) string { return encode(key) }

// Tampered is an HS256 token that somebody without the secret has made.
func Tampered(claims string) string {
	return mac(sha256.New, text("HS256", "", claims), []byte("not the secret"))
}

// None is an unsigned token.
func None(claims string) string { return text("none", "", claims) + "." }

// Headed has a key, its name and an address of keys in its header.
func Headed() string {
	header := `{"alg":"HS256","kid":"desk","jku":"https://keys.example","jwk":{"kty":"oct","k":"c2VjcmV0"}}`
	return mac(sha256.New, encode([]byte(header))+"."+encode([]byte(`{}`)), Secret)
}

// Signed reports whether a token has a good HS256 signature; err is that of
// the library that made it.
func Signed(token string, err error) bool {
	i := strings.LastIndex(token, ".")
	return err == nil && i > 0 && mac(sha256.New, token[:i], Secret) == token
}

var pair, pairErr = rsa.GenerateKey(rand.Reader, 2048)

// Public is the public key of JWKS.
func Public() *rsa.PublicKey { return &pair.PublicKey }

// RSA is a token signed with the key of JWKS; without a name if kid is "".
func RSA(alg, kid, claims string) (string, error) {
	if pairErr != nil {
		return "", pairErr
	}
	t := text(alg, kid, claims)
	h, digest := crypto.SHA256, sha256.Sum256([]byte(t))
	sum := digest[:]
	if strings.HasSuffix(alg, "512") {
		long := sha512.Sum512([]byte(t))
		h, sum = crypto.SHA512, long[:]
	}
	var sig []byte
	var err error
	if strings.HasPrefix(alg, "PS") {
		sig, err = rsa.SignPSS(rand.Reader, pair, h, sum, nil)
	} else {
		sig, err = rsa.SignPKCS1v15(rand.Reader, pair, h, sum)
	}
	return t + "." + encode(sig), err
}

// SignedRSA reports whether a token has a good RS256 signature of that key,
// whatever its header says.
func SignedRSA(token string) bool {
	i := strings.LastIndex(token, ".")
	sig, err := base64.RawURLEncoding.DecodeString(token[i+1:])
	sum := sha256.Sum256([]byte(token[:i]))
	return err == nil && rsa.VerifyPKCS1v15(&pair.PublicKey, crypto.SHA256, sum[:], sig) == nil
}

// JWKS is a key set of one public key that declares itself to be for RS256.
func JWKS() string {
	return fmt.Sprintf(`{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":%q,"n":%q,"e":%q}]}`,
		Kid, encode(pair.N.Bytes()), encode(big.NewInt(int64(pair.E)).Bytes()))
}
