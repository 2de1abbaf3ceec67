package decoded

import (
	"encoding/base64"
	"os"
)

// Configured decodes what the operator has set.
func Configured(user string) (string, error) {
	key, err := base64.StdEncoding.DecodeString(os.Getenv("ORDERS_KEY_B64"))
	if err != nil {
		return "", err
	}
	return sign(user, key)
}
