package engine

import (
	"fmt"
	"slices"
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

// Suggest ends a message about a word that is not known: ", did you mean X?"
// for the nearest of the known ones, "" if none is near.
func Suggest(word string, known []string) string {
	if best := nearest(word, known, 2+len(word)/9); best != "" {
		return fmt.Sprintf(", did you mean %s?", best)
	}
	return ""
}

// nearest is the known word that resembles another most, "" if none is as near
// as most letters.
func nearest(word string, known []string, most int) string {
	best, least := "", most+1
	for _, k := range slices.Sorted(slices.Values(known)) {
		if d := distance(word, k); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance is how many letters have to be put in, taken out or replaced to make
// one word of the other (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
