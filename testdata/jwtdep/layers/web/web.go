// Package web is above another package that has the same to report.
package web

import (
	"gopkg.in/square/go-jose.v2/jwt"

	"example.com/fixtures/jwtdep/layers/store"
)

// Server answers.
type Server struct {
	Sessions store.Sessions
	Expected jwt.Expected
}
