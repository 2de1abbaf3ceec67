// Package built issues tokens with libraries that build claims in steps.
package built

import (
	"time"

	"github.com/go-chi/jwtauth/v5"
	"github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	jwt4 "github.com/go-jose/go-jose/v4/jwt"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwx3 "github.com/lestrrat-go/jwx/v3/jwt"
)

func VulnerableBuilder(user string, key []byte) ([]byte, error) {
	token, err := jwt.NewBuilder().Subject(user).Expiration(time.Now().Add(90 * 24 * time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, key)) // want `valid for 90 days .*\(jwtexp/too-long\)`
}

func VulnerableBuilderNone(user string, key []byte) ([]byte, error) {
	token, err := jwx3.NewBuilder().Subject(user).Issuer("desk").Build()
	if err != nil {
		return nil, err
	}
	return jwx3.Sign(token, jwx3.WithKey(jwa3.HS256(), key)) // want `\(jwtexp/no-exp\)`
}

func VulnerableSet(user string, key []byte) ([]byte, error) {
	token := jwt.New()
	if err := token.Set(jwt.SubjectKey, user); err != nil {
		return nil, err
	}
	if err := token.Set(jwt.ExpirationKey, time.Now().AddDate(1, 0, 0)); err != nil {
		return nil, err
	}
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, key)) // want `valid for 365 days`
}

func VulnerableClaim(user string, key []byte) ([]byte, error) {
	builder := jwx3.NewBuilder()
	builder.Subject(user)
	builder.Claim("exp", time.Now().Add(72*time.Hour).Unix())
	token, err := builder.Build()
	if err != nil {
		return nil, err
	}
	return jwx3.Sign(token, jwx3.WithKey(jwa3.HS256(), key)) // want `valid for 3 days`
}

func VulnerableJose(user string, signer jose.Signer) (string, error) {
	claims := jwt3.Claims{Subject: user, Expiry: jwt3.NewNumericDate(time.Now().Add(72 * time.Hour))}
	return jwt3.Signed(signer).Claims(claims).CompactSerialize() // want `valid for 3 days`
}

func VulnerableJoseNone(user string, builder jwt4.Builder) (string, error) {
	return builder.Claims(jwt4.Claims{Subject: user}).Serialize()
}

func VulnerableJoseTwo(user string, signer jose.Signer) (string, error) {
	extra := map[string]any{"room": "4"}
	return jwt3.Signed(signer).Claims(jwt3.Claims{Subject: user}).Claims(extra).CompactSerialize() // want `\(jwtexp/no-exp\)`
}

func VulnerableEncode(user string, auth *jwtauth.JWTAuth) (string, error) {
	claims := map[string]any{"sub": user}
	jwtauth.SetExpiryIn(claims, 48*time.Hour)
	_, raw, err := auth.Encode(claims) // want `valid for 2 days`
	return raw, err
}

func VulnerableEncodeNone(user string, auth *jwtauth.JWTAuth) (string, error) {
	_, raw, err := auth.Encode(map[string]any{"sub": user}) // want `\(jwtexp/no-exp\)`
	return raw, err
}

func FixedBuilder(user string, key []byte) ([]byte, error) {
	token, err := jwt.NewBuilder().Subject(user).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, key))
}

func FixedSet(user string, key []byte, life time.Duration) ([]byte, error) {
	token := jwx3.New()
	if err := token.Set(jwx3.ExpirationKey, time.Now().Add(life)); err != nil {
		return nil, err
	}
	return jwx3.Sign(token, jwx3.WithKey(jwa3.HS256(), key))
}

func FixedJose(user string, signer jose.Signer) (string, error) {
	claims := jwt3.Claims{Subject: user}
	claims.Expiry = jwt3.NewNumericDate(time.Now().Add(time.Hour))
	return jwt3.Signed(signer).Claims(claims).Claims(map[string]any{"room": "4"}).CompactSerialize()
}

func FixedJoseTwo(user string, signer jose.Signer) (string, error) {
	dates := jwt3.Claims{Expiry: jwt3.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt3.Signed(signer).Claims(map[string]any{"room": "4"}).Claims(dates).CompactSerialize()
}

func FixedEncode(user string, auth *jwtauth.JWTAuth) (string, error) {
	claims := map[string]any{"sub": user}
	jwtauth.SetExpiryIn(claims, time.Hour)
	_, raw, err := auth.Encode(claims)
	return raw, err
}
