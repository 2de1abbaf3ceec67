// Package store knows nothing of the library: it hands on what is known of it.
package store

import "example.com/fixtures/jwtdep/layers/store/keys"

// Sessions are the claims that somebody has come with.
type Sessions map[string]keys.Claims
