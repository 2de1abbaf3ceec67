// Package layers is the only one that imports the package with the fault.
package layers

import (
	"gopkg.in/square/go-jose.v2" // want `^square/go-jose\.v2 v2\.6\.0 has GO-2024-2631 .*\(jwtdep/vulnerable\)$`

	"example.com/fixtures/jwtdep/layers/web"
)

// Server has keys, too.
type Server struct {
	web.Server
	Keys []jose.JSONWebKey
}
