package engine

import (
	"fmt"

	"github.com/jwtvet/jwtvet/passes/suggest"
)

// Fault is something that a model says and that cannot be.
type Fault struct {
	// Row is the place in the models, as an index path: "models[0].funcs[2].does".
	Row string
	// Where is the same as file and line, if the front end could tell.
	Where string
	Text  string
}

// Error is the fault in one line.
func (f Fault) Error() string {
	if f.Where == "" {
		return f.Row + ": " + f.Text
	}
	return f.Where + ": " + f.Text
}

// Faults are all that is wrong with some models, in their order.
type Faults []Fault

// Error tells the first, in one line.
func (f Faults) Error() string {
	switch len(f) {
	case 0:
		return "nothing is wrong"
	case 1:
		return f[0].Error()
	}
	return fmt.Sprintf("%s (and %d more)", f[0].Error(), len(f)-1)
}

// orNil returns an error only if there is a fault.
func (f Faults) orNil() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// meant ends a message about a word that is not known: with the nearest of the
// known ones, if one is near.
func meant(word string, known []string) string {
	if best := suggest.Nearest(word, known); best != "" {
		return fmt.Sprintf(", did you mean %s?", best)
	}
	return ""
}
