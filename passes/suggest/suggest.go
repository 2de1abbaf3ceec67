// Package suggest finds the name that somebody meant.
package suggest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	edlib "github.com/hbollon/go-edlib"
)

// Nearest returns the name that a mistyped word most likely stands for; "" if
// none is near: more than one letter in three would have to change.
func Nearest(word string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	distance := func(name string) int {
		return edlib.OSADamerauLevenshteinDistance(strings.ToLower(word), strings.ToLower(name))
	}
	best := slices.MinFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(distance(a), distance(b)), cmp.Compare(a, b))
	})
	if distance(best) > max(len(word), 3)/3 {
		return ""
	}
	return best
}

// Instead is the end of an error message about an unknown word: the nearest
// name, or all there are.
func Instead(word string, names []string) string {
	if best := Nearest(word, names); best != "" {
		return "did you mean " + strconv.Quote(best) + "?"
	}
	sorted := slices.Sorted(slices.Values(names))
	return "known are " + strings.Join(sorted, ", ")
}
