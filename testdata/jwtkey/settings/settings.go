// Package settings is a configuration package that knows nothing of tokens:
// what is wrong with its texts shows where others sign with them.
package settings

import "os"

// Default is the text of last resort.
const Default = "settings-constant"

// Key is an exported variable.
var Key = []byte("settings-variable")

// Secret returns a text of the source.
func Secret() string { return "settings-result" }

// SecretOr returns a text of the source beside an error.
func SecretOr() ([]byte, error) { return []byte("settings-pair"), nil }

// Env returns the variable, or the fallback if it is not set.
func Env(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

// Signing falls back to a text of its own.
func Signing() string {
	if v, ok := os.LookupEnv("SIGNING_KEY"); ok {
		return v
	}
	return "settings-fallback"
}

// Required returns the variable and has no fallback.
func Required(name string) string {
	v := os.Getenv(name)
	if v == "" {
		panic("missing " + name)
	}
	return v
}

// App is filled by a configuration library.
type App struct {
	Addr   string `env:"ADDR" envDefault:":8080"`
	Secret string `env:"JWT_SECRET" envDefault:"settings-tag"`
	Signer string `env:"SIGNER_KEY,required"`
}

// Load stands for the library's call.
func Load(fill func(any) error) (*App, error) {
	var app App
	if err := fill(&app); err != nil {
		return nil, err
	}
	return &app, nil
}
