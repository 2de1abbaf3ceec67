package market

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func (s *server) mine(c *gin.Context) {
	own := []*listing{}
	for _, l := range s.listings {
		if l.SellerID == caller(c) {
			own = append(own, l)
		}
	}
	c.JSON(http.StatusOK, own)
}

// offer stamps the caller on what they sell.
func (s *server) offer(c *gin.Context) {
	l := &listing{SellerID: caller(c), Price: c.Query("price")}
	l.ID = "l-" + l.SellerID + "-" + l.Price
	s.listings[l.ID] = l
	c.JSON(http.StatusCreated, l)
}

// reprice asks the policy and only writes down the answer.
func (s *server) reprice(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	ok, err := s.enforcer.Enforce(caller(c), id, "write")
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	log.Printf("%s may change %s: %t", caller(c), id, ok)
	l := s.listings[id]
	if l == nil {
		c.Status(http.StatusNotFound)
		return
	}
	l.Price = c.Query("price")
	c.Status(http.StatusNoContent)
}

// withdraw asks nobody.
func (s *server) withdraw(c *gin.Context) {
	delete(s.listings, c.Param("id")) // want "jwtsub/unchecked-write"
	c.Status(http.StatusNoContent)
}
