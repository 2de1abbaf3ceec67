// Package tags fills its configuration from struct tags.
package tags

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/settings"
)

// Env is filled by a library that knows envDefault.
type Env struct {
	Addr   string `env:"ADDR" envDefault:":8080"`
	Secret string `env:"JWT_SECRET" envDefault:"default-of-caarlos0-env"` // want "jwtkey/default"
}

// Conf is filled by a library that knows default.
type Conf struct {
	Key string `envconfig:"JWT_KEY" default:"default-of-envconfig"` // want "jwtkey/default"
}

// Clean is filled by a library that knows env-default.
type Clean struct {
	Token struct {
		Key string `yaml:"key" env-default:"default-of-cleanenv"` // want "jwtkey/default"
	}
}

func sign(user, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}

func FromEnv(c *Env, user string) (string, error)     { return sign(user, c.Secret) }
func FromConf(c Conf, user string) (string, error)    { return sign(user, c.Key) }
func FromClean(c *Clean, user string) (string, error) { return sign(user, c.Token.Key) }

// The struct of another package: reported where its field is read.
func FromSettings(app *settings.App, user string) (string, error) {
	return sign(user, app.Secret) // want "jwtkey/default"
}
