// Package settingsfile reads its key through a configuration library.
package settingsfile

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func load() {
	viper.SetDefault("jwt.secret", "viper-says-so") // want `\(jwtkey/default\)`
	viper.SetDefault("jwt.issuer", "https://login.example")
}

var _ = load

func Issue(user string) (string, error) {
	key := []byte(viper.GetString("JWT.Secret"))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// No default for this one: whoever runs the program has to set it.
func IssueOther(user string) (string, error) {
	key := []byte(viper.GetString("jwt.other"))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}
