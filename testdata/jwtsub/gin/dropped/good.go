package dropped

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func (s *server) careful(r *gin.Engine) {
	// Nothing here has an owner, so nobody has to be known.
	rates := r.Group("/rates", s.gate)
	rates.GET("", s.rates)
	// The handlers ask the token again.
	again := r.Group("/again", s.gate)
	again.GET("/invoices/:id", s.showAgain)
	again.DELETE("/invoices/:id", s.removeAgain)
	// Both values are passed on.
	both := r.Group("/both", s.chain)
	both.GET("/invoices/:id", s.showOwn)
}

// gate only verifies.
func (s *server) gate(c *gin.Context) {
	if _, err := jwt.Parse(bearer(c), s.hmac, pin); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func (s *server) rates(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"EUR": "1.00"})
}

// subject verifies for itself and says who it is.
func (s *server) subject(c *gin.Context) (string, error) {
	token, err := jwt.Parse(bearer(c), s.hmac, pin)
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func (s *server) showAgain(c *gin.Context) {
	user, err := s.subject(c)
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	i := s.invoices[c.Param("id")]
	if i == nil || i.OwnerID != user {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, i)
}

func (s *server) removeAgain(c *gin.Context) {
	id := c.Param("id")
	user, err := s.subject(c)
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if i := s.invoices[id]; i == nil || i.OwnerID != user {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	delete(s.invoices, id)
	c.Status(http.StatusNoContent)
}

// chain builds the second context on the first.
func (s *server) chain(c *gin.Context) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(bearer(c), claims, s.hmac, pin); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	ctx := context.WithValue(c.Request.Context(), userKey{}, claims["sub"])
	ctx = context.WithValue(ctx, roleKey{}, claims["role"])
	c.Request = c.Request.WithContext(ctx)
	c.Next()
}

func (s *server) showOwn(c *gin.Context) {
	user, _ := c.Request.Context().Value(userKey{}).(string)
	i := s.invoices[c.Param("id")]
	if i == nil || user == "" || i.OwnerID != user {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, i)
}
