package legacy

import (
	"errors"
	"fmt"
	"net/http"

	dgrijalva "github.com/dgrijalva/jwt-go"
	"github.com/dgrijalva/jwt-go/request"
	preview "github.com/dgrijalva/jwt-go/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
	four "github.com/golang-jwt/jwt/v4"
)

var errStation = errors.New("unexpected method")

// The field is set after the parser is made.
func Assigned(raw string) (*dgrijalva.Token, error) {
	p := new(dgrijalva.Parser)
	p.ValidMethods = []string{"HS256"}
	return p.Parse(raw, dgrijalvaKey)
}

// Station keeps such a parser.
type Station struct{ parser *dgrijalva.Parser }

// NewStation lists the methods in the parser's literal.
func NewStation() *Station {
	return &Station{parser: &dgrijalva.Parser{ValidMethods: []string{dgrijalva.SigningMethodHS256.Name}}}
}

// Board verifies with the field.
func (s *Station) Board(raw string) error {
	_, err := s.parser.ParseWithClaims(raw, &dgrijalva.StandardClaims{}, dgrijalvaKey)
	return err
}

// BoardRequest hands the parser on.
func (s *Station) BoardRequest(r *http.Request) error {
	_, err := request.ParseFromRequest(r, request.OAuth2Extractor, dgrijalvaKey, request.WithParser(s.parser))
	return err
}

// The type of the method, as everybody writes it.
func Asserted(raw string) (*dgrijalva.Token, error) {
	return dgrijalva.Parse(raw, func(t *dgrijalva.Token) (interface{}, error) {
		if _, ok := t.Method.(*dgrijalva.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected method: %v", t.Header["alg"])
		}
		return stationKey(), nil
	})
}

// CorrectedNone does so for the attack on VulnerableNone.
func CorrectedNone(raw string) error {
	_, err := Asserted(raw)
	return err
}

// The header's name in place of the method's.
func HeaderName(raw string) (*form3.Token, error) {
	return form3.Parse(raw, func(t *form3.Token) (interface{}, error) {
		if form3.SigningMethodHS256.Alg() != t.Header["alg"] {
			return nil, errStation
		}
		return stationKey(), nil
	})
}

func Fields(raw string) (*form3.Token, error) {
	p := form3.Parser{ValidMethods: []string{"HS256", "HS512"}, SkipClaimsValidation: false}
	return p.Parse(raw, form3Key)
}

func Identity(raw string) (*three.Token, error) {
	return three.Parse(raw, func(t *three.Token) (interface{}, error) {
		if t.Method == three.SigningMethodHS512 {
			return stationKey(), nil
		}
		return nil, errStation
	})
}

func FourOption(raw string) (*four.Token, error) {
	return four.NewParser(four.WithValidMethods([]string{"HS256"})).Parse(raw, fourKey)
}

// v4 kept the field beside the option.
func FourField(raw string) (*four.Token, error) {
	return (&four.Parser{ValidMethods: []string{"HS256"}}).Parse(raw, fourKey)
}

// The list in the field is not nil: it refuses everything.
func FourRefuses(raw string) (*four.Token, error) {
	return (&four.Parser{ValidMethods: []string{}}).Parse(raw, fourKey)
}

// KnownKeyfunc refuses other methods than its first operand.
func Known(raw string) (*preview.Token, error) {
	return preview.Parse(raw, preview.KnownKeyfunc(preview.SigningMethodHS256, stationKey()))
}
