// Package malformed has comments with mistakes: each is reported, and so is
// what it was to silence.
package malformed

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var (
	methods = jwt.WithValidMethods([]string{"HS256"})
	issuer  = jwt.WithIssuer("https://login.example")
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("SHOP_KEY")), nil }

func Verb(raw string) (*jwt.Token, error) {
	// want +1 `unknown directive "ingore" .*; write //jwtvet:ignore \(jwtignore/malformed\)`
	//jwtvet:ingore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func FileVerb(raw string) (*jwt.Token, error) {
	// want +1 `unknown directive "fileignore" .*; write //jwtvet:file-ignore \(jwtignore/malformed\)`
	//jwtvet:fileignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func OtherVerb(raw string) (*jwt.Token, error) {
	// want +1 `unknown directive "disable" .*; write //jwtvet:ignore or //jwtvet:file-ignore \(jwtignore/malformed\)`
	//jwtvet:disable jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Space(raw string) (*jwt.Token, error) {
	// want +1 `plain comment \(nothing is silenced\); write //jwtvet:ignore \(jwtignore/malformed\)`
	// jwtvet:ignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func SpaceWithin(raw string) (*jwt.Token, error) {
	// want +1 `plain comment .*; write //jwtvet:ignore \(jwtignore/malformed\)`
	//jwtvet: ignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Capitals(raw string) (*jwt.Token, error) {
	// want +1 `plain comment .*; write //jwtvet:ignore \(jwtignore/malformed\)`
	//JWTVet:Ignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Block(raw string) (*jwt.Token, error) {
	// want +1 `plain comment .*; write //jwtvet:ignore \(jwtignore/malformed\)`
	/*jwtvet:ignore jwtaud the gateway looks at it*/
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func NoReason(raw string) (*jwt.Token, error) {
	// want +1 `gives no reason .*; say after the rules why .* \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaud
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func NoWords(raw string) (*jwt.Token, error) {
	// want +1 `gives no reason .* \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaud // --
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func NoRule(raw string) (*jwt.Token, error) {
	// want +1 `names no rule .*; write the rule, such as jwtaud or jwtaud/missing, and the reason \(jwtignore/malformed\)`
	//jwtvet:ignore
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Rule(raw string) (*jwt.Token, error) {
	// want +1 `unknown rule "jwtaut" \(it silences nothing\); write jwtaud \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaut the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Category(raw string) (*jwt.Token, error) {
	// want +1 `unknown category "jwtaud/mising" \(it silences nothing\); write jwtaud/missing \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaud/mising the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Prose(raw string) (*jwt.Token, error) {
	// want +1 `unknown rule "everything" \(it silences nothing\); see jwtvet help for the names \(jwtignore/malformed\)`
	//jwtvet:ignore everything here is fine
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

// What is right in a list does its work.
func OneRight(raw string) (*jwt.Token, error) {
	// want +1 `unknown rule "jwtis" \(it silences nothing\); write jwtiss \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaud,jwtis the gateway looks at them
	return jwt.Parse(raw, key, methods) // want `\(jwtiss/missing\)`
}

func SpaceInList(raw string) (*jwt.Token, error) {
	// want +1 `empty place .*; write commas without spaces: jwtaud,jwtiss \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaud, jwtiss the gateway looks at them
	return jwt.Parse(raw, key, methods) // want `\(jwtaud/missing\)` `\(jwtiss/missing\)`
}

// A mistyped comment can be kept for a reason of its own.
func Kept(raw string) (*jwt.Token, error) {
	//jwtvet:ignore jwtaud,jwtsubject the gateway looks at it
	//jwtvet:ignore jwtignore/malformed a newer release has the rule jwtsubject
	return jwt.Parse(raw, key, methods, issuer)
}

// want +1 `names no rule .* \(jwtignore/malformed\)`
//jwtvet:file-ignore
