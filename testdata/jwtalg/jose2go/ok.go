package jose2go

import (
	"crypto/rsa"
	"os"

	jose "github.com/dvsekhvalnov/jose2go"
)

// Corrected pins the algorithm beside the key.
func Corrected(raw string) error {
	_, _, err := jose.Decode(raw, jose.Alg([]byte(os.Getenv("ORDERS_KEY")), jose.HS256))
	return err
}

// CorrectedPublic does so for a public key.
func CorrectedPublic(raw string) error {
	key, err := publicKey()
	if err != nil {
		return err
	}
	_, _, err = jose.Decode(raw, jose.Alg(key, jose.RS256))
	return err
}

// CorrectedMixed returns each kind for its own algorithm.
func CorrectedMixed(raw string) error {
	_, _, err := jose.Decode(raw, func(header map[string]any, _ string) any {
		alg, ok := header["alg"].(string)
		if !ok {
			return errMethod
		}
		if alg != "RS256" && alg != "HS256" {
			return errMethod
		}
		material, err := named(header["kid"])
		if err != nil {
			return err
		}
		switch alg {
		case "RS256":
			public, ok := material.(*rsa.PublicKey)
			if !ok {
				return errMethod
			}
			return public
		case "HS256":
			secret, ok := material.([]byte)
			if !ok {
				return errMethod
			}
			return secret
		default:
			return errMethod
		}
	})
	return err
}

// CorrectedSeen looks at the algorithm, too.
func CorrectedSeen(raw string) error {
	_, _, err := jose.Decode(raw, chosen)
	return err
}

func chosen(header map[string]any, _ string) any {
	if header["alg"] != "HS256" {
		return errMethod
	}
	return []byte(os.Getenv("ORDERS_KEY"))
}

// Given: it may be a function that has seen the header.
func Given(raw string, key any) (string, error) {
	payload, _, err := jose.Decode(raw, key)
	return payload, err
}

// Sealed opens what is encrypted.
func Sealed(raw string, key []byte) ([]byte, error) {
	text, _, err := jose.DecodeBytes(raw, jose.Enc(key, jose.A128KW, jose.A128GCM))
	return text, err
}

func Signed(key []byte) (string, error) { return jose.Sign(`{"sub":"visitor"}`, jose.HS256, key) }
