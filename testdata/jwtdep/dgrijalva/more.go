package dgrijalva

// A second file of the package says nothing new.
import "github.com/dgrijalva/jwt-go"

// Claims are those of a token.
type Claims struct{ jwt.StandardClaims }
