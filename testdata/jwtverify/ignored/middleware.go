package ignored

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

// VulnerableGin answers and does not abort.
func VulnerableGin(c *gin.Context) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(c.GetHeader("Authorization"), claims, key, hs256); err != nil { // want `the request is refused and goes on.*call Abort \(jwtverify/ignored-error\)`
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you"})
		return
	}
	c.Set("user", claims.Subject)
	c.Next()
}

// VulnerableNext neither aborts nor returns.
func VulnerableNext(c *gin.Context) {
	if _, err := jwt.Parse(c.GetHeader("Authorization"), key, hs256); err != nil { // want `\(jwtverify/ignored-error\)`
		c.String(http.StatusUnauthorized, "who are you")
	}
	c.Next()
}

// VulnerableHTTP does not return.
func VulnerableHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil { // want `the request is refused and goes on.*return after the answer \(jwtverify/ignored-error\)`
			http.Error(w, "who are you", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

// VulnerableFunc has a library that returns nothing beside the error.
func VulnerableFunc(next http.HandlerFunc, secret []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.ParseString(r.Header.Get("Authorization"), jwx.WithKey(jwa.HS256, secret)); err != nil { // want `\(jwtverify/ignored-error\)`
			w.WriteHeader(http.StatusForbidden)
		}
		next(w, r)
	}
}

// VulnerableEcho does not return the answer.
func VulnerableEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := jwt.Parse(c.Request().Header.Get("Authorization"), key, hs256); err != nil { // want `\(jwtverify/ignored-error\)`
			c.JSON(http.StatusUnauthorized, "who are you")
		}
		return next(c)
	}
}

// VulnerableFiber neither.
func VulnerableFiber(c *fiber.Ctx) error {
	if _, err := jwt.Parse(c.Get("Authorization"), key, hs256); err != nil { // want `\(jwtverify/ignored-error\)`
		c.Status(fiber.StatusUnauthorized).SendString("who are you")
	}
	return c.Next()
}

// refuse answers for the middleware below.
func refuse(w http.ResponseWriter) { http.Error(w, "who are you", http.StatusUnauthorized) }

// check tells whether a token is good.
func check(raw string) error {
	_, err := jwt.Parse(raw, key, hs256)
	return err
}

// VulnerableHelper has both out of its hands.
func VulnerableHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("Authorization")); err != nil { // want `\(jwtverify/ignored-error\)`
			refuse(w)
		}
		next.ServeHTTP(w, r)
	})
}
