// Package viewings says what a viewing is.
package viewings

import "example.com/fixtures/jwtsub/stdmux/planetarium/phase"

// Viewing is what somebody has booked.
type Viewing struct {
	ID      string      `json:"id"`
	OwnerID string      `json:"owner_id"`
	Star    string      `json:"star"`
	Phase   phase.Phase `json:"phase"`
	Of      phase.Of    `json:"of"`
}

// Parse reads a viewing's phase.
func Parse(text string) Viewing {
	if text == "over" {
		return Viewing{Star: text, Phase: phase.Over}
	}
	return Viewing{Star: text}
}
