package jwx

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"slices"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/lestrrat-go/jwx/v2/jwt/openid"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

// Corrected expects an audience.
func Corrected(raw string, key []byte) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, key), jwt.WithAudience("orders"), jwt.WithIssuer("https://login.example"))
	return err
}

// Corrected3 expects it of a token that is verified already.
func Corrected3(raw string, key []byte) error {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key))
	if err != nil {
		return err
	}
	return jwt3.Validate(token, jwt3.WithAudience("orders"))
}

// CorrectedEmpty: what the library makes of an unset value is a refusal.
func CorrectedEmpty(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithAudience(os.Getenv("DESK_AUDIENCE")))
	return err
}

func contains(raw string) (jwt.Token, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()))
	if err != nil {
		return nil, err
	}
	if !slices.Contains(token.Audience(), "orders") {
		return nil, errAudience
	}
	return token, nil
}

func contains3(raw string) (jwt3.Token, error) {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), secret()))
	if err != nil {
		return nil, err
	}
	audience, ok := token.Audience()
	if !ok || !slices.Contains(audience, "orders") {
		return nil, errAudience
	}
	return token, nil
}

func got(raw string) (jwt.Token, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()))
	if err != nil {
		return nil, err
	}
	audience, ok := token.Get(jwt.AudienceKey)
	if list, isList := audience.([]string); !ok || !isList || len(list) != 1 || list[0] != "orders" {
		return nil, errAudience
	}
	return token, nil
}

func got3(raw string) (jwt3.Token, error) {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), secret()))
	if err != nil {
		return nil, err
	}
	var audience []string
	if err := token.Get("aud", &audience); err != nil {
		return nil, err
	}
	for _, one := range audience {
		if one == "orders" {
			return token, nil
		}
	}
	return nil, errAudience
}

func mapped(ctx context.Context, raw string) (map[string]any, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()))
	if err != nil {
		return nil, err
	}
	claims, err := token.AsMap(ctx)
	if err != nil {
		return nil, err
	}
	if list, ok := claims["aud"].([]string); !ok || !slices.Contains(list, "orders") {
		return nil, errAudience
	}
	return claims, nil
}

func validators(raw string) (jwt.Token, error) {
	return jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithValidator(jwt.ClaimContainsString("aud", "orders")))
}

// ownValidator may look at anything.
func ownValidator(raw string, validator jwt.Validator) (jwt.Token, error) {
	return jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithValidator(validator))
}

func destination(raw string) (openid.Token, error) {
	token := openid.New()
	if _, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithToken(token)); err != nil {
		return nil, err
	}
	if !slices.Contains(token.Audience(), "orders") {
		return nil, errAudience
	}
	return token, nil
}

// gate keeps its options.
type gate struct{ options []jwt.ParseOption }

func newGate(set jwk.Set, audience string) *gate {
	options := []jwt.ParseOption{jwt.WithKeySet(set)}
	options = append(options, jwt.WithAudience(audience))
	return &gate{options: options}
}

func (g *gate) check(r *http.Request) (jwt.Token, error) { return jwt.ParseRequest(r, g.options...) }

// signed need not be a token at all.
func signed(raw []byte) (event struct{ Name string }, err error) {
	payload, err := jws.Verify(raw, jws.WithKey(jwa.HS256, secret()))
	if err == nil {
		err = json.Unmarshal(payload, &event)
	}
	return event, err
}

// peek verifies nothing, so that no audience would help.
func peek(raw []byte) (jwt.Token, error) { return jwt.ParseInsecure(raw) }
