package dropped

import (
	"context"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type (
	userKey struct{}
	roleKey struct{}
)

func (s *server) careless(r *gin.Engine) {
	verified := r.Group("/verified", s.verify)
	verified.GET("/invoices/:id", s.show)
	verified.DELETE("/invoices/:id", s.remove)
	overwritten := r.Group("/overwritten", s.overwrite)
	overwritten.PUT("/invoices/:id", s.pay)
	unassigned := r.Group("/unassigned", s.copy)
	unassigned.PUT("/invoices/:id", s.pay)
}

// verify finds the token good, and that is all that is known afterwards.
func (s *server) verify(c *gin.Context) {
	token, err := jwt.Parse(bearer(c), s.hmac, pin) // want "jwtsub/no-identity"
	if err != nil || !token.Valid {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

// overwrite starts again from the request's context: only the role is left.
func (s *server) overwrite(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(bearer(c), claims, s.hmac, pin); err != nil { // want "jwtsub/no-identity"
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	ctx := context.WithValue(c.Request.Context(), userKey{}, claims["sub"])
	ctx = context.WithValue(c.Request.Context(), roleKey{}, claims["role"])
	c.Request = c.Request.WithContext(ctx)
	c.Next()
}

// copy gives the context to a copy of the request that nobody gets.
func (s *server) copy(c *gin.Context) {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(bearer(c), &claims, s.hmac, pin); err != nil { // want "jwtsub/no-identity"
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Request.WithContext(context.WithValue(c.Request.Context(), userKey{}, claims.Subject))
	c.Next()
}

func (s *server) show(c *gin.Context) {
	i := s.invoices[c.Param("id")]
	if i == nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, i)
}

func (s *server) remove(c *gin.Context) {
	delete(s.invoices, c.Param("id"))
	c.Status(http.StatusNoContent)
}

// pay would like to know who it was.
func (s *server) pay(c *gin.Context) {
	i := s.invoices[c.Param("id")]
	if i == nil {
		c.Status(http.StatusNotFound)
		return
	}
	log.Printf("%v pays %s", c.Request.Context().Value(userKey{}), i.ID)
	i.Total = "paid"
	c.Status(http.StatusNoContent)
}
