package atelier

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func answer(c *gin.Context, err error) {
	if err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}

// free shows when a bench is taken, to everybody: nothing says that hours are private.
func (a *atelier) free(c *gin.Context) {
	all, err := a.taken(c.Param("id")) // want "jwtsub/weak-evidence"
	if err != nil {
		answer(c, err)
		return
	}
	c.JSON(http.StatusOK, all)
}

func (a *atelier) change(c *gin.Context) {
	var r revision
	if err := c.ShouldBindJSON(&r); err != nil {
		answer(c, err)
		return
	}
	answer(c, a.revise(c.Param("id"), c.GetString("maker"), &r))
}

// overwrite asks nobody.
func (a *atelier) overwrite(c *gin.Context) {
	var r revision
	if err := c.ShouldBindJSON(&r); err != nil {
		answer(c, err)
		return
	}
	answer(c, a.write(c.Param("id"), &r, nil)) // want "jwtsub/unchecked-write"
}

// late asks when all is done.
func (a *atelier) late(c *gin.Context) {
	var r revision
	if err := c.ShouldBindJSON(&r); err != nil {
		answer(c, err)
		return
	}
	id := c.Param("id") // want "jwtsub/ineffective"
	err := a.write(id, &r, nil)
	if maker, _ := a.madeBy(id); maker != c.GetString("maker") {
		err = errNotYours
	}
	answer(c, err)
}

// either is for the maker, and for who sweeps the place.
func (a *atelier) either(c *gin.Context) {
	var r revision
	if err := c.ShouldBindJSON(&r); err != nil {
		answer(c, err)
		return
	}
	id := c.Param("id")
	maker, _ := a.madeBy(id)
	sweeps := c.Query("broom") == "mine"
	if maker == c.GetString("maker") || sweeps {
		if err := a.write(id, &r, nil); err != nil {
			c.JSON(http.StatusInternalServerError, "gone wrong")
			return
		}
		c.JSON(http.StatusOK, r)
	} else {
		c.JSON(http.StatusForbidden, "not yours")
	}
}

// neither says who may, and does it whoever asks.
func (a *atelier) neither(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	maker, _ := a.madeBy(id)
	sweeps := c.Query("broom") == "mine"
	if maker == c.GetString("maker") || sweeps {
		c.Header("X-Maker", maker)
	}
	if err := a.write(id, &revision{}, nil); err != nil {
		c.JSON(http.StatusInternalServerError, "gone wrong")
		return
	}
	c.JSON(http.StatusOK, id)
}

// Routes of the atelier.
func Routes(r *gin.Engine, a *atelier) {
	g := r.Group("/", a.maker)
	g.GET("/benches/:id/hours", a.free)
	g.PUT("/works/:id", a.change)
	g.PUT("/works/:id/all", a.overwrite)
	g.PUT("/works/:id/late", a.late)
	g.PUT("/works/:id/either", a.either)
	g.PUT("/works/:id/neither", a.neither)
}
