// want +1 `no finding of jwtkey is silenced here .*; take it out \(jwtignore/unused\)`
//jwtvet:file-ignore jwtkey keys of the demonstration

package wholefile

import "github.com/golang-jwt/jwt/v5"

// Another file is not meant.
func Third(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods) // want `\(jwtaud/missing\)` `\(jwtiss/missing\)`
}
