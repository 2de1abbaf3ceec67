package tags

import (
	"net/http"

	"example.com/fixtures/jwtkey/settings"
)

// Strict asks for the key and gives defaults to other fields only.
type Strict struct {
	Addr   string `env:"ADDR" envDefault:":9090"`
	Secret string `env:"JWT_SECRET,required"`
}

func FromStrict(c *Strict, user string) (string, error) { return sign(user, c.Secret) }

// Addr has a default and is no key.
func (c *Strict) Server() *http.Server { return &http.Server{Addr: c.Addr} }

// Signer is required in the other package.
func FromRequired(app *settings.App, user string) (string, error) { return sign(user, app.Signer) }
