// Package heeded looks at what a verification says before it uses the claims.
package heeded

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	old "github.com/dgrijalva/jwt-go"
	"github.com/gin-gonic/gin"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

var hs256 = jwt.WithValidMethods([]string{"HS256"})

var errRefused = errors.New("refused")

func key(*jwt.Token) (any, error)    { return []byte(os.Getenv("DESK_KEY")), nil }
func key4(*v4.Token) (any, error)    { return []byte(os.Getenv("DESK_KEY")), nil }
func keyOld(*old.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

type session struct{}

// store stands for a database.
type store interface {
	Load(ctx context.Context, user string) (string, error)
	Failed(user string)
}

// Corrected returns the error.
func Corrected(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, hs256); err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	return claims.Subject, nil
}

// CorrectedV4 asks the token instead.
func CorrectedV4(raw string) (string, error) {
	claims := &v4.RegisteredClaims{}
	token, _ := v4.ParseWithClaims(raw, claims, key4)
	if token == nil || !token.Valid {
		return "", errRefused
	}
	return claims.Subject, nil
}

// CorrectedMap does so in one condition.
func CorrectedMap(raw string) (string, error) {
	token, _ := jwt.Parse(raw, key, hs256)
	if claims, ok := token.Claims.(jwt.MapClaims); ok && token.Valid {
		return claims.GetSubject()
	}
	return "", errRefused
}

// CorrectedOld accepts what is old and nothing worse.
func CorrectedOld(raw string) (string, error) {
	claims := &old.StandardClaims{}
	_, err := old.ParseWithClaims(raw, claims, keyOld)
	var problem *old.ValidationError
	if errors.As(err, &problem) && problem.Errors == old.ValidationErrorExpired {
		return claims.Subject, nil
	}
	if err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// Renewed accepts old tokens: since v5 their signature is good.
func Renewed(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, key, hs256)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		return "", err
	}
	return claims.Subject, nil
}

// Noted tells who has failed, and refuses.
func Noted(db store, raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, hs256); err != nil {
		log.Printf("%s: %v", claims.Subject, err)
		db.Failed(claims.Subject)
		return "", errRefused
	}
	return claims.Subject, nil
}

// parse hands back the claims beside the error.
func parse(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, key, hs256)
	return claims, err
}

// Middleware refuses, and lets in who is known.
func Middleware(db store, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := parse(r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		user, err := db.Load(r.Context(), claims.Subject)
		if err != nil {
			http.Error(w, "who are you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, user)))
	})
}

// Optional lets everybody in, and tells the handlers of those who are known.
func Optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if claims, err := parse(r.Header.Get("Authorization")); err == nil {
			r = r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject))
		}
		next.ServeHTTP(w, r)
	})
}

// must ends the program.
func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// Tool has a token of its operator.
func Tool(ctx context.Context, db store, raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, key, hs256)
	must(err)
	return db.Load(ctx, claims.Subject)
}

// Gin aborts.
func Gin(c *gin.Context) {
	claims, err := parse(c.GetHeader("Authorization"))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you"})
		c.Abort()
		return
	}
	c.Set("user", claims.Subject)
	c.Next()
}

// GinTells is a handler that leaves something for the metrics around it, and
// whose good answer another function writes.
func GinTells(c *gin.Context) {
	c.Set("service", c.Query("service"))
	claims, err := parse(c.GetHeader("Authorization"))
	if err != nil {
		c.JSON(http.StatusForbidden, gin.H{"error": "not you"})
		return
	}
	ginRegistered(c, claims.Subject)
}

func ginRegistered(c *gin.Context, who string) {
	if who == "" {
		c.JSON(http.StatusBadRequest, gin.H{"error": "who?"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"registered": who})
}

// GinHandler is the last of its chain.
func GinHandler(c *gin.Context) {
	claims, err := parse(c.GetHeader("Authorization"))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"hello": claims.Subject})
}

// Echo returns the answer.
func Echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := parse(c.Request().Header.Get("Authorization")); err != nil {
			return c.JSON(http.StatusUnauthorized, "who are you")
		}
		return next(c)
	}
}

// Shown is a tool that prints what is in a token.
func Shown(raw string) {
	token, _ := jwt.Parse(raw, key, hs256)
	fmt.Println(token.Claims)
}

// Second tries the key of yesterday.
func Second(raw string, yesterday jwt.Keyfunc) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, key, hs256)
	if err != nil {
		_, err = jwt.ParseWithClaims(raw, claims, yesterday, hs256)
	}
	if err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// Told says in its refusal whom the token is for.
func Told(c echo.Context, raw string) error {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, hs256); err != nil {
		if claims.Issuer != "" {
			return echo.NewHTTPError(http.StatusUnauthorized, "not one of ours: "+claims.Issuer)
		}
		return err
	}
	return c.String(http.StatusOK, claims.Subject)
}

// Asked says whether the token is valid beside what it says.
func Asked(raw string) (bool, *jwt.RegisteredClaims) {
	claims := &jwt.RegisteredClaims{}
	token, _ := jwt.ParseWithClaims(raw, claims, key, hs256)
	if token.Valid {
		return true, claims
	}
	return false, claims
}

// users stands for another package's service.
type users interface {
	RefreshToken(raw string) (string, error)
}

// Again reads once more what a service has verified.
func Again(u users, db store, raw string) (string, error) {
	renewed, err := u.RefreshToken(raw)
	if err != nil {
		return "", err
	}
	token, _ := jwt.Parse(raw, key, hs256)
	if _, err := db.Load(context.Background(), token.Claims.(jwt.MapClaims)["sub"].(string)); err != nil {
		return "", err
	}
	return renewed, nil
}

// Logout forgets a session if there is one.
func Logout(db store, raw string) error {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, hs256); err == nil {
		db.Failed(claims.Subject)
	}
	return nil
}

// Profile is the end of a chain, in which somebody may have verified the token.
func Profile(db store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		claims := &jwt.RegisteredClaims{}
		_, _ = jwt.ParseWithClaims(r.Header.Get("Authorization"), claims, key, hs256)
		name, _ := db.Load(r.Context(), claims.Subject)
		w.Write([]byte(name))
	}
}
