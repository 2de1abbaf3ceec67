// Package phase counts what a viewing goes through. It knows nothing of records.
package phase

// Phase is how far a viewing has come.
type Phase uint8

// What a viewing goes through.
const (
	Planned Phase = iota
	Over
)

// IsOver reports whether the lights are on again.
func (p Phase) IsOver() bool { return p == Over }

// Next is what comes after.
func (p Phase) Next() Phase { return p + 1 }

// Of is a phase of something.
type Of struct{ Name string }

// ToText is the same as text.
func (o Of) ToText() string { return o.Name }
