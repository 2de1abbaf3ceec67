// Package gozero leaves the algorithm to go-zero: its secret is a text, which
// works with HMAC only.
package gozero

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest/handler"
)

// Guarded takes no public key for a secret.
func Guarded(secret string, next http.Handler) http.Handler { return handler.Authorize(secret)(next) }
