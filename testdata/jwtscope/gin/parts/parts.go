// Package parts puts the token check in front of routes that another package registers.
package parts

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtscope/gin/parts/api"
	"example.com/fixtures/jwtscope/gin/parts/guard"
)

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	r := gin.New()
	api.Register(r.Group("/v1", guard.Token(key))) // want `does without guard.Scope \(any valid token will do\); ask as POST /parts does .*jwtscope/missing`
	api.Keep(r.Group("/v1/archive", guard.Token(key), guard.Scope("archive")))
	return r
}
