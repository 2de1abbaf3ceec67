package web

import (
	"maps"
	"slices"
)

// frameworks is the list of all families. A new one is a file beside this one
// and a line here.
var frameworks = []*Framework{
	chi1,
	chi5,
	echo4,
	echo5,
	fiber2,
	fiber3,
	gin,
	gorilla,
	httprouter,
	netHTTP,
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
