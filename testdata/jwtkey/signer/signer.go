// Package signer wraps the library for others, who bring the key.
package signer

import "github.com/golang-jwt/jwt/v5"

// Sign signs with the caller's key.
func Sign(claims jwt.MapClaims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// Verify verifies with the caller's key.
func Verify(raw string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
}

// Manager keeps the key that it is made with.
type Manager struct{ key []byte }

// New makes a manager.
func New(key []byte) *Manager { return &Manager{key: key} }

// Sign signs with the manager's key.
func (m *Manager) Sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(m.key)
}

// Options leaves its exported field to the caller.
type Options struct{ Secret string }

// WithOptions signs with the key among the options.
func WithOptions(o Options, claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(o.Secret))
}
