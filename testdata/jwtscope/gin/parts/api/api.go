// Package api has routes, and knows nothing of tokens.
package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtscope/gin/parts/guard"
)

func done(c *gin.Context) { c.Status(http.StatusNoContent) }

// Register leaves out one of its routes.
func Register(g *gin.RouterGroup) {
	g.POST("/parts", guard.Scope("parts:write"), done)
	g.PATCH("/parts/:id", done)
	g.DELETE("/parts/:id", guard.Scope("parts:write"), done)
}

// Keep is registered behind a scope that holds for all of its routes.
func Keep(g *gin.RouterGroup) {
	g.POST("/boxes", guard.Scope("boxes:write"), done)
	g.DELETE("/boxes/:id", done)
}
