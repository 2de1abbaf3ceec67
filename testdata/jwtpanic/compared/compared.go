// Package compared compares claims before it takes them for texts.
package compared

import (
	"errors"
	"log"

	"github.com/golang-jwt/jwt/v5"
)

var errRefused = errors.New("refused")

// Equal is silent: what equals a text is one.
func Equal(claims jwt.MapClaims, owner string) (string, error) {
	if claims["sub"] != owner {
		return "", errRefused
	}
	return claims["sub"].(string), nil
}

// OneOf is silent: so is what equals one of two.
func OneOf(claims jwt.MapClaims, owner, deputy string) string {
	if claims["sub"] == owner || claims["sub"] == deputy {
		return claims["sub"].(string)
	}
	return ""
}

// same tells whether the claims are somebody's.
func same(claims jwt.MapClaims, who string) (bool, error) {
	if claims["iss"] != "desk" {
		return false, errRefused
	}
	if claims["sub"] != who && claims["sub"] != "anyone" {
		return false, errRefused
	}
	return true, nil
}

// Helped is silent: a function of the package compares.
func Helped(claims jwt.MapClaims, who string) (string, error) {
	if ok, err := same(claims, who); !ok || err != nil {
		return "", errRefused
	}
	return claims["sub"].(string), nil
}

func plainly(claims jwt.MapClaims) bool { return claims["role"] == "owner" }

// Plainly is silent: the comparison itself is the result.
func Plainly(claims jwt.MapClaims) string {
	if !plainly(claims) {
		return ""
	}
	return claims["role"].(string)
}

// judge may be anything.
type judge interface {
	Agrees(jwt.MapClaims) error
	Note(jwt.MapClaims) error
}

// Judged is silent: what the judge looks at is out of view, and it is heeded.
func Judged(j judge, raw string, key jwt.Keyfunc) (string, error) {
	token, err := jwt.Parse(raw, key, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", err
	}
	claims := token.Claims.(jwt.MapClaims)
	if err := j.Agrees(claims); err != nil {
		return "", err
	}
	return claims["sub"].(string), nil
}

// VulnerableUnheeded asks and goes on.
func VulnerableUnheeded(j judge, claims jwt.MapClaims) string {
	if err := j.Note(claims); err != nil {
		log.Print(err)
	}
	return claims["sub"].(string) // want `claim sub is taken for string unchecked .*\(jwtpanic/assertion\)`
}

// VulnerableDenied only refuses one text: everything else is let through.
func VulnerableDenied(claims jwt.MapClaims) string {
	if claims["sub"] == "nobody" {
		return ""
	}
	return claims["sub"].(string) // want `\(jwtpanic/assertion\)`
}

// VulnerableOther compares another claim.
func VulnerableOther(claims jwt.MapClaims, desk string) string {
	if claims["iss"] != desk {
		return ""
	}
	return claims["sub"].(string) // want `\(jwtpanic/assertion\)`
}

// VulnerableHelped is helped by a function that compares another claim, and this
// one on one of its ways only.
func VulnerableHelped(claims jwt.MapClaims) string {
	if !loosely(claims) {
		return ""
	}
	return claims["sub"].(string) // want `\(jwtpanic/assertion\)`
}

func loosely(claims jwt.MapClaims) bool {
	if claims["iss"] == "desk" {
		return true
	}
	return claims["sub"] == "desk"
}

// VulnerableKind has compared it with a number.
func VulnerableKind(claims jwt.MapClaims, count float64) string {
	if claims["sub"] != count {
		return ""
	}
	return claims["sub"].(string) // want `\(jwtpanic/assertion\)`
}
