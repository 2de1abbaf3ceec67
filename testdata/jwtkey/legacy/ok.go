package legacy

import (
	"os"

	old3 "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v4"
)

// Keys from the environment.

func Env4(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(os.Getenv("JWT_SECRET")))
}

func EnvOld(user string) (string, error) {
	return old3.NewWithClaims(old3.SigningMethodHS256, old3.MapClaims{"sub": user}).SignedString([]byte(os.Getenv("JWT_SECRET")))
}
