// Package desk signs with a key of another package, and with its own.
package desk

import (
	"time"

	"github.com/kataras/iris/v12/middleware/jwt"

	"example.com/fixtures/jwtkey/irisjwt"
)

// Reported where the text stands: see irisjwt.Shared.
var shared = jwt.NewSigner(jwt.HS256, irisjwt.Shared, time.Hour)

var own = irisjwt.Signer("of the desk") // want `\(jwtkey/hardcoded\)`

// Issue signs.
func Issue(subject string) ([]byte, []byte, error) {
	first, err := shared.Sign(map[string]string{"sub": subject})
	if err != nil {
		return nil, nil, err
	}
	second, err := own.Sign(map[string]string{"sub": subject})
	return first, second, err
}
