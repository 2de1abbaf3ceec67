package wrapper

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/signer"
)

// Real hands the wrappers a key of the operator's; other callers' texts do not
// come back to this one.
func Real(user string) (string, error) { return sign(user, []byte(os.Getenv("WRAPPER_KEY"))) }

func RealElsewhere(user string) (string, error) {
	return signer.Sign(jwt.MapClaims{"sub": user}, os.Getenv("WRAPPER_KEY"))
}

func RealConstructed(user string) (string, error) {
	return signer.New([]byte(os.Getenv("WRAPPER_KEY"))).Sign(jwt.MapClaims{"sub": user})
}

// Exported has no caller here: its callers bring the key.
func Exported(user string, key []byte) (string, error) { return sign(user, key) }
