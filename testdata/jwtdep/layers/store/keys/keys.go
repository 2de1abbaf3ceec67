// Package keys is the lowest of those that import the old library.
package keys

import "gopkg.in/square/go-jose.v2/jwt" // want `^square/go-jose\.v2 is maintained no longer .*\(jwtdep/abandoned\)$`

// Claims are those of a token.
type Claims struct{ jwt.Claims }
