package carried

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtalg/door"
	"example.com/fixtures/keyring"
)

func OpenedPinned(raw string) (*jwt.Token, error) { return door.Open(raw, loose, door.Methods()) }

func OpenedStrict(raw string) (*jwt.Token, error) { return door.Open(raw, keyring.Strict) }

func GenericStrict(raw string) (*keyring.Claims, error) {
	return door.Into(raw, &keyring.Claims{}, keyring.Strict)
}

func RoutesStrict(mux *http.ServeMux, private http.Handler) {
	mux.Handle("/private", door.Guard(keyring.Strict)(private))
}

func LockedStrict() *door.Lock { return door.NewLock(keyring.Strict) }

// The wrapper's operand has the list.
func WrappedPinned(raw string) (*jwt.Token, error) { return local(raw, door.Methods()) }

// The closure tests the method before it asks.
func AsksAfterTest(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if err := keyring.AllowHMAC(t); err != nil {
			return nil, err
		}
		return keyring.Loose(t)
	})
}

// Config is filled by its options.
type Config struct{ methods []string }

// Option changes a Config.
type Option func(*Config)

// Allow sets the methods.
func Allow(methods ...string) Option { return func(c *Config) { c.methods = methods } }

// NewParser has a list that its caller may change.
func NewParser(opts ...Option) *jwt.Parser {
	c := Config{methods: []string{"HS256"}}
	for _, opt := range opts {
		opt(&c)
	}
	return jwt.NewParser(jwt.WithValidMethods(c.methods))
}

func Configured(raw string) (*jwt.Token, error) { return NewParser(Allow("HS512")).Parse(raw, loose) }

// Providers are asked for their keyfunc: out of view, so silent.
type Provider interface {
	Keyfunc() jwt.Keyfunc
}

func Provided(raw string, p Provider) (*jwt.Token, error) { return jwt.Parse(raw, p.Keyfunc()) }

// Both alternatives test the method.
func Chosen(raw string) (*jwt.Token, error) {
	keyfunc := keyring.Strict
	if os.Getenv("ROTATED") != "" {
		keyfunc = keyring.StrictFor([]byte(os.Getenv("GATE_KEY_2")))
	}
	return jwt.Parse(raw, keyfunc)
}
