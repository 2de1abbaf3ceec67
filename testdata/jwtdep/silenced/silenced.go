// Package silenced says why it stays with its library.
package silenced

//jwtvet:ignore jwtdep/abandoned the next release moves to another library
import "github.com/form3tech-oss/jwt-go"

// Claims are those of a token.
type Claims struct{ jwt.StandardClaims }
