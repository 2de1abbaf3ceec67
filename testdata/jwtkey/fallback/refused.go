package fallback

import (
	"errors"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var errDefault = errors.New("set PLANT_SECRET")

// Plant is set up from the environment.
type Plant struct {
	Secret string
	Spare  string
	Tagged string `env:"PLANT_TAGGED" envDefault:"tag-to-be-replaced"`
}

// NewPlant refuses to start with its own defaults.
func NewPlant() (*Plant, error) {
	p := &Plant{Secret: getEnv("PLANT_SECRET", "to-be-replaced"), Spare: getEnv("PLANT_SPARE", "spare-to-be-replaced")} // want "jwtkey/default"
	return p, p.check()
}

func (p *Plant) check() error {
	if p.Secret == "to-be-replaced" || p.Tagged == "tag-to-be-replaced" {
		return errDefault
	}
	if p.Spare == "spare-to-be-replaced" {
		log.Print("PLANT_SPARE is not set") // And goes on.
	}
	return nil
}

// Sign has a key that cannot be the default.
func (p *Plant) Sign(user string) (string, error) { return sign(user, p.Secret) }

// SignTagged has one, too.
func (p *Plant) SignTagged(user string) (string, error) { return sign(user, p.Tagged) }

// SignSpare may have the default.
func (p *Plant) SignSpare(user string) (string, error) { return sign(user, p.Spare) }

var seed = getEnv("PLANT_SEED", "seed-to-be-replaced")

func init() {
	if seed == "seed-to-be-replaced" {
		panic("set PLANT_SEED")
	}
}

// SignSeed has a variable that was looked at when the program started.
func SignSeed(user string) (string, error) { return sign(user, seed) }

// SignLocal looks before it signs.
func SignLocal(user string) (string, error) {
	key := getEnv("PLANT_LOCAL", "local-to-be-replaced")
	if key == "local-to-be-replaced" {
		log.Fatal("set PLANT_LOCAL")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}

// SignProduction only looks where it matters.
func SignProduction(user string) (string, error) {
	key := getEnv("PLANT_MODE_KEY", "mode-to-be-replaced")
	if os.Getenv("PLANT_MODE") == "production" && key == "mode-to-be-replaced" {
		return "", errDefault
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}
