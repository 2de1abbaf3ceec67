// Package names writes what it is given, or only counts it.
package names

import (
	"crypto/rand"
	"log"
)

// New is a name that nobody has had.
func New() string { return rand.Text() }

// Note writes both.
func Note(what, value string) string {
	log.Printf("%s: %s", what, value)
	return what
}

// Count writes how long the value is.
func Count(what, value string) string {
	log.Printf("%s: %d", what, len(value))
	return what
}
