// Package unused has comments that silence nothing.
//
// want +2 `no finding of jwtaud is silenced here .*; for the whole file write //jwtvet:file-ignore \(jwtignore/unused\)`
//
//jwtvet:ignore jwtaud the gateway looks at it
package unused

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var (
	methods = jwt.WithValidMethods([]string{"HS256"})
	issuer  = jwt.WithIssuer("https://login.example")
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("SHOP_KEY")), nil }

// The call has been mended, the comment has stayed.
func Mended(raw string) (*jwt.Token, error) {
	// want +1 `no finding of jwtaud is silenced here \(the next one would be, unnoticed\); take it out \(jwtignore/unused\)`
	//jwtvet:ignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer, jwt.WithAudience("shop"))
}

func OneOfTwo(raw string) (*jwt.Token, error) {
	// want +1 `no finding of jwtiss is silenced here .* \(jwtignore/unused\)`
	//jwtvet:ignore jwtaud,jwtiss the gateway looks at them
	return jwt.Parse(raw, key, methods, issuer)
}

func OtherCategory(raw string) (*jwt.Token, error) {
	// want +1 `no finding of jwtaud/optional is silenced here .* \(jwtignore/unused\)`
	//jwtvet:ignore jwtaud/optional the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func TooFar(raw string) (*jwt.Token, error) {
	// want +1 `no finding of jwtaud is silenced here .* \(jwtignore/unused\)`
	//jwtvet:ignore jwtaud the gateway looks at it

	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

// The text is the finding, not the calls that it reaches.
const demo = "a key for the demonstration, number 1" // want `\(jwtkey/hardcoded\)`

func Sign(claims jwt.Claims) (string, error) {
	// want +1 `no finding of jwtkey is silenced here .* \(jwtignore/unused\)`
	//jwtvet:ignore jwtkey a key of the demonstration
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(demo))
}

// What another platform finds is kept with a reason.
func Kept(raw string) (*jwt.Token, error) {
	//jwtvet:ignore jwtaud,jwtignore/unused the option is only set on Linux
	return jwt.Parse(raw, key, methods, issuer, jwt.WithAudience("shop"))
}

// Policy decides out of view.
type Policy interface {
	Allow(claims jwt.Claims) error
}

// With -strict there is a finding: the comment is of use.
func Unseen(raw string, p Policy) (string, error) {
	var claims jwt.RegisteredClaims
	//jwtvet:ignore jwtaud/unseen,jwtiss/unseen the policy looks at them
	if _, err := jwt.ParseWithClaims(raw, &claims, key, methods); err != nil {
		return "", err
	}
	return claims.Subject, p.Allow(&claims)
}

// An option that is only given when it is set is a finding with -strict.
func Conditional(raw, audience string) (*jwt.Token, error) {
	opts := []jwt.ParserOption{methods, issuer}
	if audience != "" {
		opts = append(opts, jwt.WithAudience(audience))
	}
	return jwt.Parse(raw, key, opts...) //jwtvet:ignore jwtaud/empty the configuration is tested
}

func UnseenKey(raw string) (string, error) {
	var claims jwt.RegisteredClaims
	//jwtvet:ignore jwtalg/unseen the keyfunc looks at it
	_, err := jwt.ParseWithClaims(raw, &claims, keyfuncs[raw], issuer, jwt.WithAudience("shop"))
	return claims.Subject, err
}

var keyfuncs map[string]jwt.Keyfunc

// want +1 `no finding of jwtaud is silenced here .* \(jwtignore/unused\)`
//jwtvet:ignore jwtaud nothing follows
