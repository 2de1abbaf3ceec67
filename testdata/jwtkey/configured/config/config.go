// Package config holds settings and nothing else: no variable, no function that
// returns a text.
package config

// Settings come with defaults.
type Settings struct {
	Address string
	Secret  string
	Depth   int
}

// Load returns them.
func Load() *Settings {
	return &Settings{Address: ":8080", Secret: "a-secret-that-everybody-reads", Depth: 3}
}
