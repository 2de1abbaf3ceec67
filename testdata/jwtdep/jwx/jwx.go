// Package jwx imports the majors of jwx whose go.mod says that they are deprecated.
package jwx

import (
	first "github.com/lestrrat-go/jwx/jwt" // want `^lestrrat-go/jwx v1 is maintained no longer \(new faults stay\); move to github\.com/lestrrat-go/jwx/v3 \(jwtdep/abandoned\)$`
	"github.com/lestrrat-go/jwx/v2/jwe"    // want `^lestrrat-go/jwx v2 is maintained no longer \(new faults stay\); move to github\.com/lestrrat-go/jwx/v3 \(jwtdep/abandoned\)$`
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// First and Second are tokens.
type (
	First  = first.Token
	Second = jwt.Token
	Sealed = jwe.Message
)
