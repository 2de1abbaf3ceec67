// Package units issues tokens whose exp is not counted in seconds.
package units

import (
	"os"
	"time"

	old "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/lestrrat-go/jwx/v2/jwt/openid"
)

func key() []byte { return []byte(os.Getenv("DESK_KEY")) }

func VulnerableMillis(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).UnixMilli()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key()) // want `exp is given in milliseconds .*\(jwtexp/units\)`
}

func VulnerableNanos(user string) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Add(time.Hour).UnixNano()}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(key()) // want `exp is given in nanoseconds`
}

func VulnerableDivided(user string) (string, error) {
	millis := time.Now().UnixNano()/int64(time.Millisecond) + 3600*1000
	claims := jwt.MapClaims{"sub": user, "exp": millis}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key()) // want `milliseconds`
}

func VulnerableDuration(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Hour}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key()) // want `nanoseconds`
}

func VulnerableGivenDuration(user string, life time.Duration) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: int64(life)}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(key()) // want `nanoseconds`
}

func VulnerableSum(user string, life time.Duration) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Unix() + int64(life)}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(key()) // want `nanoseconds`
}

func VulnerableFolded(user string) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Unix() + int64(24*time.Hour)}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(key()) // want `nanoseconds`
}

func VulnerableGivenTime(user string, until time.Time) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": until.UnixMilli()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key()) // want `milliseconds`
}

func VulnerableFromMillis(user string) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Unix(time.Now().UnixMilli(), 0))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key()) // want `milliseconds`
}

func VulnerableClaim(user string) ([]byte, error) {
	token, err := jwx.NewBuilder().Subject(user).Claim("exp", time.Now().Add(time.Hour).UnixMilli()).Build()
	if err != nil {
		return nil, err
	}
	return jwx.Sign(token, jwx.WithKey(jwa.HS256, key())) // want `milliseconds`
}

func FixedSeconds(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func FixedDivided(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).UnixMilli() / 1000}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func FixedNanos(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().UnixNano()/int64(time.Second) + 3600}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func FixedSum(user string, life time.Duration) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Unix() + int64(life.Seconds())}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(key())
}

func FixedQuotient(user string, life time.Duration) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Unix() + int64(life/time.Second)}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(key())
}

func FixedCount(user string, minutes time.Duration) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(minutes * time.Minute).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func FixedCounted(user string) (string, error) { return FixedCount(user, 15) }

func FixedFromMillis(user string, millis int64) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.UnixMilli(millis))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func FixedOpenID(user string) ([]byte, error) {
	token := openid.New()
	if err := token.Set(jwx.ExpirationKey, time.Now().Add(time.Hour)); err != nil {
		return nil, err
	}
	return jwx.Sign(token, jwx.WithKey(jwa.HS256, key()))
}
