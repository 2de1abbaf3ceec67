package ignored

import (
	"errors"
	"net/http"
	"os"

	old "github.com/dgrijalva/jwt-go"
	fork "github.com/form3tech-oss/jwt-go"
	v3 "github.com/golang-jwt/jwt"
	v4 "github.com/golang-jwt/jwt/v4"
)

func key4(*v4.Token) (any, error)      { return []byte(os.Getenv("DESK_KEY")), nil }
func key3(*v3.Token) (any, error)      { return []byte(os.Getenv("DESK_KEY")), nil }
func keyOld(*old.Token) (any, error)   { return []byte(os.Getenv("DESK_KEY")), nil }
func keyFork(*fork.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// VulnerableV4 drops the error.
func VulnerableV4(raw string) (string, error) {
	claims := &v4.RegisteredClaims{}
	v4.ParseWithClaims(raw, claims, key4) // want `\(jwtverify/ignored-error\)`
	return claims.Subject, nil
}

// VulnerableFallthrough refuses what has expired, and nothing else that the
// library finds wrong.
func VulnerableFallthrough(raw string) (string, error) {
	claims := &v4.RegisteredClaims{}
	_, err := v4.ParseWithClaims(raw, claims, key4) // want `\(jwtverify/ignored-error\)`
	if err != nil {
		var problem *v4.ValidationError
		if !errors.As(err, &problem) {
			return "", err
		}
		if problem.Errors == v4.ValidationErrorExpired {
			return "", errors.New("log in again")
		}
	}
	return claims.Subject, nil
}

// VulnerableExpired takes a token that is forged and old for one that is old.
func VulnerableExpired(raw string) (string, error) {
	claims := &v3.StandardClaims{}
	_, err := v3.ParseWithClaims(raw, claims, key3) // want `jwt.ParseWithClaims calls forged tokens expired.*\(jwtverify/ignored-error\)`
	if err != nil {
		problem, ok := err.(*v3.ValidationError)
		if !ok || problem.Errors&v3.ValidationErrorExpired == 0 {
			return "", err
		}
	}
	return claims.Subject, nil
}

// VulnerableOld drops the error of the ancestor.
func VulnerableOld(raw string) (string, error) {
	token, _ := old.Parse(raw, keyOld) // want `\(jwtverify/ignored-error\)`
	return token.Claims.(old.MapClaims)["sub"].(string), nil
}

// VulnerableSwitch has a case for what it knows.
func VulnerableSwitch(raw string) (string, error) {
	claims := old.MapClaims{}
	_, err := old.ParseWithClaims(raw, claims, keyOld) // want `\(jwtverify/ignored-error\)`
	if problem, ok := err.(*old.ValidationError); ok {
		switch {
		case problem.Errors&old.ValidationErrorMalformed != 0:
			return "", errors.New("no token")
		case problem.Errors&(old.ValidationErrorExpired|old.ValidationErrorNotValidYet) != 0:
			return "", errors.New("not now")
		}
	}
	return claims["sub"].(string), nil
}

// VulnerableFork answers, and takes the claims all the same.
func VulnerableFork(w http.ResponseWriter, r *http.Request, db store) {
	claims := fork.MapClaims{}
	if _, err := fork.ParseWithClaims(r.Header.Get("X-Ticket"), claims, keyFork); err != nil { // want `\(jwtverify/ignored-error\)`
		w.Header().Set("X-Error", "token")
	}
	name, _ := db.Load(r.Context(), claims["sub"].(string))
	w.Write([]byte(name))
}
