// Package part imports a package that the fault is not in: the library is reported
// for being given up.
package part

import "gopkg.in/square/go-jose.v2/jwt" // want `^square/go-jose\.v2 is maintained no longer \(new faults stay\); move to github\.com/go-jose/go-jose/v4 \(jwtdep/abandoned\)$`

// Claims are those of a token.
type Claims struct{ jwt.Claims }
